package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.runtime.store.FileStamp;
import org.lagroups.machine.Printable;

/**
 * Lists the files of a folder that can be shared. Symbolic links are not followed, and hidden files
 * and folders, which begin with a dot, are left out: people keep keys there.
 */
final class FolderWalk {

  /** The most files of one folder. */
  static final int MAX_FILES = 500_000;

  /** How deep folders may be nested. */
  static final int MAX_DEPTH = 64;

  private final Path folder;
  private final ScanTally tally;
  private final BooleanSupplier stopped;
  private final List<FoundFile> found = new ArrayList<>();

  /** Files and folders that could not be looked at; relative paths, empty for the folder itself. */
  private final Set<String> unseen = new HashSet<>();

  FolderWalk(Path folder, ScanTally tally, BooleanSupplier stopped) {
    this.folder = folder;
    this.tally = tally;
    this.stopped = stopped;
  }

  /**
   * The files, in the order of the walk.
   *
   * @throws IOException if the folder itself cannot be read
   */
  List<FoundFile> run() throws IOException {
    Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new Visitor());
    return found;
  }

  /**
   * Whether a file was not found only because it, or a folder that it was in, could not be looked
   * at: then nobody knows whether it is still there.
   */
  boolean isUnseen(String relative) {
    String part = relative;
    while (!part.isEmpty() && !unseen.contains(part)) {
      part = part.substring(0, Math.max(0, part.lastIndexOf('/')));
    }
    return unseen.contains(part);
  }

  /** What shows that a file has not changed. */
  static FileStamp stamp(BasicFileAttributes attributes) {
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.toString(attributes.fileKey(), ""));
  }

  /** Why something cannot be read, for people. */
  static String why(IOException e) {
    return e instanceof AccessDeniedException
        ? "may not be read by the user who runs the node"
        : String.valueOf(e.getMessage());
  }

  /** A path for people. */
  static String show(Path path) {
    return Printable.of(path.toString());
  }

  private final class Visitor implements FileVisitor<Path> {

    @Override
    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
      if (!dir.equals(folder) && isHidden(dir)) {
        tally.skipped();
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (stopped.getAsBoolean()) {
        return FileVisitResult.TERMINATE;
      }
      if (found.size() >= MAX_FILES) {
        tally.problem(
            "more than %,d files: the rest of %s is not shared".formatted(MAX_FILES, show(folder)));
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isDirectory()) {
        tally.problem("nested too deep, not shared: " + show(file));
      } else if (isHidden(file)
          || !attributes.isRegularFile()
          || !TreeShape.isPossible(attributes.size())) {
        tally.skipped();
      } else {
        tally.listed();
        found.add(new FoundFile(file, relative(file), stamp(attributes)));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(folder)) {
        throw e;
      }
      if (!(e instanceof NoSuchFileException)) {
        unseen.add(relative(file));
      }
      tally.problem(show(file) + ": " + why(e));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) {
      if (e != null) {
        unseen.add(relative(dir));
        tally.problem(show(dir) + ": not all of it could be listed: " + e.getMessage());
      }
      return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
      Path name = path.getFileName();
      return name != null && name.toString().startsWith(".");
    }

    private String relative(Path file) {
      return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
  }
}
