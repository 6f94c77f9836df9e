package org.lagroups.scenarios.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lagroups.node.cli.CommandFailedException;

/** A folder for the time of a run. It is deleted when closed, or else when this process ends. */
public final class TemporaryFolder implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());

  /** At the end of this process its other threads go on for a while, and may write here. */
  private static final long LONGEST_CLEANING_MILLIS = 5_000;

  private static final long QUIET_MILLIS = 300;

  private final Path path;
  private final Thread cleaner;
  private boolean kept;

  private TemporaryFolder(Path path) {
    this.path = path;
    this.cleaner = new Thread(this::deleteForGood, "delete " + path);
    Runtime.getRuntime().addShutdownHook(cleaner);
  }

  /**
   * Makes a folder that only its owner can read.
   *
   * @throws CommandFailedException if there is no room for it
   */
  public static TemporaryFolder make(String prefix) {
    try {
      return new TemporaryFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot make a temporary folder: " + e.getMessage(),
          "name a place with room: LAG_JAVA_OPTS=-Djava.io.tmpdir=DIR");
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Leaves it where it is, for good. */
  public void keep() {
    kept = true;
    forgetCleaner();
  }

  @Override
  public void close() {
    if (!kept) {
      forgetCleaner();
      if (!delete()) {
        LOG.log(System.Logger.Level.WARNING, "could not delete " + path);
      }
    }
  }

  private void forgetCleaner() {
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      LOG.log(System.Logger.Level.DEBUG, "this process is ending, and cleans up by itself", e);
    }
  }

  private void deleteForGood() {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_CLEANING_MILLIS);
    try {
      do {
        delete();
        TimeUnit.MILLISECONDS.sleep(QUIET_MILLIS);
      } while (Files.exists(path) && System.nanoTime() < deadline);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is gone. */
  private boolean delete() {
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
      return true;
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.DEBUG, "could not delete " + path, e);
      return Files.notExists(path);
    }
  }
}
