package org.lagroups.node.state.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;

/**
 * The public half of a node's identity, as a small JSON file.
 *
 * <p>Read without a JSON library: it is what {@code lag id} waits for.
 *
 * @param node the ID
 * @param ed25519 the encoded public key in hexadecimal
 * @param bls the compressed public key in hexadecimal
 */
public record IdentityFile(NodeId node, String ed25519, String bls) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*\\{\\s*\"node\"\\s*:\\s*\"([^\"]*)\"\\s*,"
              + "\\s*\"ed25519\"\\s*:\\s*\"([0-9a-f]*)\"\\s*,"
              + "\\s*\"bls\"\\s*:\\s*\"([0-9a-f]*)\"\\s*}\\s*");

  /**
   * Reads it.
   *
   * @return nothing if there is no such file
   * @throws StateException if it is damaged or may not be read
   */
  public static Optional<IdentityFile> read(Path file) {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot read " + file, file, e);
    }
    return Optional.of(parse(file, text));
  }

  /** As {@link #read}, of what is in {@code file}. */
  static IdentityFile parse(Path file, String text) {
    Matcher matcher = FORM.matcher(text);
    try {
      if (matcher.matches()) {
        return new IdentityFile(NodeId.parse(matcher.group(1)), matcher.group(2), matcher.group(3));
      }
    } catch (IllegalArgumentException e) {
      throw damaged(file, String.valueOf(e.getMessage()));
    }
    throw damaged(file, "not what this program writes");
  }

  /** Writes it. */
  public void write(Path file) {
    OwnerFiles.write(file, json().getBytes(StandardCharsets.UTF_8));
  }

  /** As it stands in the file, without the line's end. */
  public String json() {
    return "{\"node\":\"%s\",\"ed25519\":\"%s\",\"bls\":\"%s\"}".formatted(node, ed25519, bls);
  }

  private static StateException damaged(Path file, String why) {
    return new StateException(
        StateException.Kind.DAMAGED,
        "damaged: " + file + ": " + why,
        "delete it: it is made again from the keystore beside it");
  }
}
