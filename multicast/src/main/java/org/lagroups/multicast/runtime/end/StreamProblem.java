package org.lagroups.multicast.runtime.end;

import org.lagroups.node.disk.DiskProblem;

/**
 * Why a stream cannot be read or written, for people.
 *
 * @param message what happened
 * @param hint what to do next; may be empty
 */
public record StreamProblem(String message, String hint) {

  /** The same as of a disk. */
  public static StreamProblem of(DiskProblem problem) {
    return new StreamProblem(problem.message(), problem.hint());
  }
}
