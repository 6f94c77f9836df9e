package org.lagroups.node.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.lagroups.machine.Printable;

/**
 * Says for people what is wrong with a disk.
 *
 * @param elsewhere how to choose another folder, as {@code choose another folder: lag … --output
 *     DIR}
 * @param again how to go on once the disk is well, as {@code get the file again: what is there is
 *     kept}
 */
public record DiskProblems(String elsewhere, String again) {

  /** What {@code e} means, which came of writing in {@code folder}. */
  public DiskProblem of(IOException e, Path folder) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space") || text.contains("quota") || text.contains("not enough space")) {
      return full(folder);
    }
    if (e instanceof AccessDeniedException || text.contains("read-only")) {
      return new DiskProblem(
          DiskProblem.Kind.PERMISSION, "may not write in " + show(folder), elsewhere);
    }
    String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : text;
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "cannot write in %s: %s".formatted(show(folder), Printable.of(why)),
        "look at the disk, then " + again);
  }

  /** There is not enough room. */
  public DiskProblem full(Path folder) {
    return new DiskProblem(
        DiskProblem.Kind.FULL,
        "the disk of " + show(folder) + " is full",
        "make room, then " + again);
  }

  /** There is no such folder. */
  public DiskProblem noFolder(Path folder) {
    return new DiskProblem(
        DiskProblem.Kind.NO_FOLDER,
        "there is no folder " + show(folder),
        "make it, or " + elsewhere);
  }

  /** The folder in which a file stands or is to stand. */
  public static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file : folder;
  }

  /** Something that nobody has thought of. */
  public DiskProblem unknown(Throwable e) {
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "a fault in the node: " + Printable.of(e.toString()),
        "the node's log says more; " + again);
  }

  private static String show(Path folder) {
    return Printable.of(folder.toString());
  }
}
