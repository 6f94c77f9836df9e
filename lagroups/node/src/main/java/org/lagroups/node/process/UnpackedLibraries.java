package org.lagroups.node.process;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what killed programs have left in the system's temporary folder: the binding of the BLS
 * library unpacks it into a new folder there in each process, and deletes it only where the process
 * ends in order.
 *
 * <p>A folder that is not new is of no more use to anybody: a process loads the library as soon as
 * it has unpacked it, and does not need the file after that. Where a loaded library cannot be
 * deleted, the folder of a process that lives stays.
 */
final class UnpackedLibraries {

  /** A younger folder may be one that is being unpacked right now. */
  static final Duration LEAST_AGE = Duration.ofMinutes(2);

  /** How many are removed at most at one start of a node. */
  static final int MAX_REMOVED = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(UnpackedLibraries.class);

  private UnpackedLibraries() {}

  /**
   * Removes the folders of this user that are old enough and have nothing but the library in them.
   *
   * @param folder where programs unpack
   * @return how many were removed
   */
  static int sweep(Path folder, Instant now) {
    int removed = 0;
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "blst@*")) {
      for (Path one : found) {
        if (removed < MAX_REMOVED && isOld(one, now) && remove(one)) {
          removed++;
        }
      }
    } catch (IOException | SecurityException e) {
      LOG.atDebug().setCause(e).log("cannot look for unpacked libraries");
    }
    return removed;
  }

  private static boolean isOld(Path folder, Instant now) throws IOException {
    try {
      return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
          && Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(LEAST_AGE));
    } catch (NoSuchFileException e) {
      return false; // its process has just ended in order
    }
  }

  private static boolean remove(Path folder) {
    try {
      List<Path> content = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        files.forEach(content::add);
      }
      Path library = folder.resolve(System.mapLibraryName("blst"));
      if (!content.isEmpty() && !content.equals(List.of(library))) {
        return false;
      }
      Files.deleteIfExists(library);
      Files.deleteIfExists(folder);
      return true;
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("cannot remove an unpacked library");
      return false;
    }
  }
}
