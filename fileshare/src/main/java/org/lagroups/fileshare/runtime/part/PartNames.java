package org.lagroups.fileshare.runtime.part;

import java.nio.file.Path;
import java.util.Objects;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.record.FileName;

/** Where a file and its parts stand; never outside of the folder. */
final class PartNames {

  /** How many names are tried before giving up: {@code a (2).txt}, {@code a (3).txt}, … */
  static final int MAX_TRIES = 1_000;

  private static final int ROOT_DIGITS = 8;
  private static final String PART = ".lagpart";
  private static final String MAP = ".lagpart-map";

  private final Path folder;
  private final FileName name;
  private final String hidden;

  PartNames(Target target) {
    this.folder = Path.of(target.folder());
    this.name = visible(target.name());
    String root = target.root().toString().substring(0, ROOT_DIGITS);
    int room = FileName.MAX_BYTES - MAP.length() - root.length() - 2;
    this.hidden = "." + FileName.cutEnd(name.text(), room) + "." + root;
  }

  /** The file while it grows. */
  Path part() {
    return inside(hidden + PART);
  }

  /** What of it is there. */
  Path map() {
    return inside(hidden + MAP);
  }

  /** The file's place; from the second try on, a name with a number. */
  Path place(int attempt) {
    return inside(attempt == 1 ? name.text() : name.marked(" (" + attempt + ")").text());
  }

  /** A stranger does not get to make hidden files, such as {@code .bashrc}. */
  private static FileName visible(FileName name) {
    return name.text().startsWith(".") ? new FileName("_" + cutFirst(name.text())) : name;
  }

  private static String cutFirst(String text) {
    String rest = text.substring(1).strip();
    return rest.isEmpty() ? "unnamed" : rest;
  }

  private Path inside(String fileName) {
    Path path = folder.resolve(fileName).normalize();
    if (!Objects.equals(path.getParent(), folder.normalize())) {
      throw new IllegalStateException("a checked name leads out of its folder");
    }
    return path;
  }
}
