package org.lagroups.node.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Gives a file that has grown under another name its own, never in place of another file. */
public final class FinalPlace {

  private FinalPlace() {}

  /**
   * Lets the file stand at {@code place}; it may stand at {@code part} as well then. By a hard
   * link, which never replaces anything; where there are none, by a move that refuses to.
   *
   * @throws FileAlreadyExistsException if something is there
   */
  public static void take(Path part, Path place) throws IOException {
    try {
      Files.createLink(place, part);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (IOException | UnsupportedOperationException e) {
      Files.move(part, place);
    }
  }

  /** So that a new name survives a power failure; not every system lets folders be forced. */
  public static void forceFolder(Path place) throws IOException {
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null && Files.isReadable(folder)) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
