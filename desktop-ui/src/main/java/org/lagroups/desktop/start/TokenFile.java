package org.lagroups.desktop.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.lagroups.node.control.client.ControlException;

/**
 * The file with what a node that is steered from afar wants to hear. It goes when the node ends.
 */
public final class TokenFile {

  /** A token has 64. */
  private static final int MOST_BYTES = 1_024;

  private TokenFile() {}

  /**
   * Reads it; blocks.
   *
   * @throws ControlException if there is none, as when the node does not run; if it is too long; or
   *     if it cannot be read
   */
  public static String read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new ControlException("wrong-token", file + " is too long for a token", "");
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new ControlException(
          ControlException.NOT_RUNNING,
          "there is no token at " + file,
          "It is the content of control-token in that node's home, while the node runs.");
    } catch (IOException e) {
      throw new ControlException(
          "unreadable",
          "cannot read the token in " + file + ": " + e.getMessage(),
          "It is the content of control-token in that node's home.");
    }
  }
}
