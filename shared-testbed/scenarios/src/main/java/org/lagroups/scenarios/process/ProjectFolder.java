package org.lagroups.scenarios.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the project is, for data that lies beside it and is no part of it. */
public final class ProjectFolder {

  private ProjectFolder() {}

  /** A path seen from the first folder upward with the {@code lag} script. */
  public static Path resolve(String relative) {
    return project().resolve(relative).normalize();
  }

  /** From where this runs, or else from where the program is. */
  private static Path project() {
    Path here = Path.of("").toAbsolutePath();
    Path found = upward(here);
    return found == null ? code(here) : found;
  }

  private static Path code(Path otherwise) {
    try {
      Path found =
          upward(
              Path.of(
                  ProjectFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      return found == null ? otherwise : found;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }

  private static @Nullable Path upward(Path start) {
    Path folder = start;
    while (folder != null && !Files.isRegularFile(folder.resolve("lag"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
