package org.lagroups.fileshare.runtime.part;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import org.lagroups.fileshare.part.DiskProblem;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.machine.Printable;

/** Says for people what is wrong with a disk. */
final class DiskProblems {

  private DiskProblems() {}

  static DiskProblem of(IOException e, Path folder) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    if (text.contains("no space") || text.contains("quota") || text.contains("not enough space")) {
      return full(folder);
    }
    if (e instanceof AccessDeniedException || text.contains("read-only")) {
      return new DiskProblem(
          DiskProblem.Kind.PERMISSION,
          "may not write in " + show(folder),
          "choose another folder: lag share get ... --output DIR");
    }
    String why = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : text;
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "cannot write in %s: %s".formatted(show(folder), Printable.of(why)),
        "look at the disk, then get the file again: what is there is kept");
  }

  static DiskProblem full(Path folder) {
    return new DiskProblem(
        DiskProblem.Kind.FULL,
        "the disk of " + show(folder) + " is full",
        "make room, then get the file again: what is there is kept");
  }

  static DiskProblem noFolder(Path folder) {
    return new DiskProblem(
        DiskProblem.Kind.NO_FOLDER,
        "there is no folder " + show(folder),
        "make it, or choose another: lag share get ... --output DIR");
  }

  /** The file's name has characters that this system's encoding of names lacks. */
  static DiskProblem name(FileName name) {
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "this system cannot write the file name " + Printable.of(name.toString()),
        "restart the node with an encoding that can: LC_ALL=C.UTF-8 lag run");
  }

  /** Something that nobody has thought of. */
  static DiskProblem unknown(Throwable e) {
    return new DiskProblem(
        DiskProblem.Kind.IO,
        "a fault in the node: " + Printable.of(e.toString()),
        "the node's log says more; get the file again: what is there is kept");
  }

  private static String show(Path folder) {
    return Printable.of(folder.toString());
  }
}
