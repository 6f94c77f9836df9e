package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Real files of this machine, copied together: for a machine on which no single folder will do,
 * such as a container that was built without documentation.
 */
final class GatheredFolder extends SimpleFileVisitor<Path> {

  /** Enough for the demo, with some to spare. */
  private static final int ENOUGH_FILES = 600;

  /** What a build makes and may be making right now. */
  private static final String BUILT = "target";

  private final Path target;
  private Path source = Path.of("");
  private int files;
  private long bytes;

  private GatheredFolder(Path target) {
    this.target = target;
  }

  /** The usual places for documentation, then the sources of this program itself. */
  static List<Path> sources() {
    return Stream.concat(DemoFolder.usualPlaces().stream(), checkout().stream()).toList();
  }

  /** The folder that this program was built in, if it is still there. */
  static Optional<Path> checkout() {
    try {
      Path code =
          Path.of(GatheredFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return Stream.iterate(code, folder -> folder != null, Path::getParent)
          .filter(folder -> Files.isRegularFile(folder.resolve("lag")))
          .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .findFirst();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("class paths are made of files", e);
    }
  }

  /**
   * Copies files from {@code sources}, in this order, into the new folder {@code target} until
   * there are enough or there are no more.
   */
  static DemoFolder.Found gather(List<Path> sources, Path target) {
    GatheredFolder gathered = new GatheredFolder(target);
    try {
      Files.createDirectories(target);
      for (Path source : sources) {
        gathered.source = source.toAbsolutePath();
        Files.walkFileTree(gathered.source, gathered);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy files to " + target, e);
    }
    return new DemoFolder.Found(target, gathered.files, gathered.bytes);
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean skipped = !folder.equals(source) && (isHidden(folder) || folder.endsWith(BUILT));
    return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (files == ENOUGH_FILES) {
      return FileVisitResult.TERMINATE;
    }
    long size = attributes.size();
    if (attributes.isRegularFile()
        && !isHidden(file)
        && size > 0
        && size <= DemoFolder.LONGEST_FILE
        && bytes + size <= DemoFolder.MOST_BYTES
        && Files.isReadable(file)) {
      copy(file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What cannot be read is passed over: there are others. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) {
    return FileVisitResult.CONTINUE;
  }

  private void copy(Path file) throws IOException {
    Path copy = target.resolve(file.getRoot().relativize(file));
    if (!Files.exists(copy)) {
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      files++;
      bytes += Files.size(copy);
    }
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }
}
