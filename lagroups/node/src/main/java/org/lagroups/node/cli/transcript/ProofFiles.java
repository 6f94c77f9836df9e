package org.lagroups.node.cli.transcript;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.control.api.SnapshotFile;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads what {@code lag transcript export} has written. */
final class ProofFiles {

  /** The longest file that is read, in bytes; the snapshot of the largest group is shorter. */
  static final int MAX_FILE_BYTES = 512 * 1024;

  private ProofFiles() {}

  /** What is in such a file. */
  sealed interface Proof {

    /** About one member. */
    record OfMember(Transcript transcript) implements Proof {}

    /** About all. */
    record OfGroup(Snapshot snapshot) implements Proof {}
  }

  /**
   * What is in a file, of which nothing is checked but its form.
   *
   * @throws CommandFailedException if it cannot be read, or is something else
   */
  static Proof read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] json = in.readNBytes(MAX_FILE_BYTES + 1);
      if (json.length > MAX_FILE_BYTES) {
        throw noProof(file, "it has more than " + MAX_FILE_BYTES + " bytes");
      }
      return parse(json);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          "there is no file " + file, "one is made by: lag transcript export");
    } catch (IOException e) {
      throw new CommandFailedException("cannot read %s: %s".formatted(file, e.getMessage()), "");
    } catch (JacksonException e) {
      throw noProof(file, e.getOriginalMessage() + place(e));
    } catch (IllegalArgumentException e) {
      throw noProof(file, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The same of a file's content.
   *
   * @throws JacksonException if it is not JSON, or something in it is not what it should be
   * @throws IllegalArgumentException if it is something else
   */
  static Proof parse(byte[] json) {
    JsonNode tree = Json.readTree(json);
    if (!tree.isObject()) {
      throw new IllegalArgumentException("it is no JSON object");
    }
    String format = tree.path("format").asString(TranscriptFile.FORMAT);
    return switch (format) {
      case TranscriptFile.FORMAT ->
          new Proof.OfMember(Json.readStrict(json, TranscriptFile.class).toTranscript());
      case SnapshotFile.FORMAT ->
          new Proof.OfGroup(Json.readStrict(json, SnapshotFile.class).toSnapshot());
      default ->
          throw new IllegalArgumentException(
              "\"format\" should be %s or %s"
                  .formatted(TranscriptFile.FORMAT, SnapshotFile.FORMAT));
    };
  }

  /** Where in the file something is wrong, as far as that is known. */
  private static String place(JacksonException e) {
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[%d]".formatted(step.getIndex())
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    return path.isEmpty() ? "" : ", in " + path.substring(1);
  }

  private static CommandFailedException noProof(Path file, String why) {
    return new CommandFailedException(
        "%s is not a transcript: %s".formatted(file, Printable.of(why)),
        "one is made by: lag transcript export");
  }
}
