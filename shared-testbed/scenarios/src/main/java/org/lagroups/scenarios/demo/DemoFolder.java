package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a real folder to share: documentation that is on the machine anyway. */
final class DemoFolder {

  /** The demo shares at least this many files. */
  static final int LEAST_FILES = 500;

  /** A larger folder would make the demo wait for its disk. */
  static final long MOST_BYTES = 100_000_000;

  /** And at most this many. */
  static final int MOST_FILES = 2_500;

  /** The file that is searched for is at most this long. */
  static final long LONGEST_FILE = 8_000_000;

  /** No file chosen yet. */
  static final Chosen NOTHING = new Chosen(Path.of(""), 0);

  private DemoFolder() {}

  /** A folder and what it holds. */
  record Found(Path folder, int files, long bytes) {}

  /** A file to search for. */
  record Chosen(Path path, long bytes) {

    String name() {
      return path.getFileName().toString();
    }

    /** What to type in order to find it: the words of its name. */
    String words() {
      return name().replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
  }

  /** The longest file, up to a limit, whose name no other file in the folder has. */
  static Chosen chooseFile(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      Map<Path, List<Path>> byName =
          all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
              .filter(Files::isReadable)
              .filter(path -> !path.getFileName().toString().startsWith("."))
              .collect(Collectors.groupingBy(Path::getFileName));
      return byName.values().stream()
          .filter(files -> files.size() == 1)
          .map(files -> new Chosen(files.getFirst(), length(files.getFirst())))
          .filter(file -> file.bytes() <= LONGEST_FILE)
          .max(Comparator.comparingLong(Chosen::bytes).thenComparing(Chosen::path))
          .orElseThrow(() -> new IllegalStateException("no file to search for in " + folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Where documentation usually is. */
  static List<Path> usualPlaces() {
    return Stream.of(
            "/usr/share/doc", "/usr/share/man", System.getProperty("java.home"), "/usr/share")
        .map(Path::of)
        .toList();
  }

  /** The first fitting folder among {@code places} and the folders in them. */
  static Optional<Found> find(List<Path> places) {
    return places.stream()
        .flatMap(DemoFolder::withChildren)
        .map(DemoFolder::measure)
        .filter(found -> found.files() >= LEAST_FILES && found.files() <= MOST_FILES)
        .filter(found -> found.bytes() <= MOST_BYTES)
        .findFirst();
  }

  private static Stream<Path> withChildren(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return Stream.concat(
          Stream.of(folder), children.filter(Files::isDirectory).sorted().toList().stream());
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Found measure(Path folder) {
    int files = 0;
    long bytes = 0;
    try (Stream<Path> all = Files.walk(folder)) {
      Iterator<Path> paths = all.iterator();
      while (paths.hasNext() && files <= MOST_FILES && bytes <= MOST_BYTES) {
        Path path = paths.next();
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(path)) {
          files++;
          bytes += Files.size(path);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      return new Found(folder, 0, 0);
    }
    return new Found(folder, files, bytes);
  }
}
