package org.lagroups.scenarios.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.control.json.Json;

/**
 * Where a command writes what it found, as JSON.
 *
 * @param path an absolute path
 */
public record ReportFile(Path path) {

  private static final String HINT = "name another file after --json";

  /** Refuses at once what cannot be written later, when all the work would be lost. */
  public ReportFile {
    Path folder = path.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandFailedException("cannot write " + path + ": there is no such folder", HINT);
    }
    if (Files.isDirectory(path)) {
      throw new CommandFailedException("cannot write " + path + ": it is a folder", HINT);
    }
  }

  /** Writes in one step: a reader never sees half a report. */
  public void write(Object report) {
    Path half = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.write(half, Json.writeBytes(report));
      Files.move(half, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandFailedException("cannot write " + path + ": " + e.getMessage(), HINT);
    }
  }
}
