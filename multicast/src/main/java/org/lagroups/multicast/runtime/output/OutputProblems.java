package org.lagroups.multicast.runtime.output;

import java.io.IOException;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.node.disk.DiskProblems;

/** What people read when an output cannot be written. */
public final class OutputProblems {

  /** About disks. */
  public static final DiskProblems DISK =
      new DiskProblems(
          "choose another file: --output FILE", "receive again: what is there is kept");

  private OutputProblems() {}

  /** The system says why it does not work. */
  public static StreamProblem unreachable(String name, IOException e, String hint) {
    return new StreamProblem(
        "cannot send to %s: %s".formatted(name, Printable.of(String.valueOf(e.getMessage()))),
        hint);
  }

  /** A file that is not to be replaced. */
  public static StreamProblem taken(Object file) {
    return new StreamProblem(
        file + " is there already", "choose another name, or move it away; nothing is replaced");
  }
}
