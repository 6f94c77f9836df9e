package org.lagroups.node.disk;

/**
 * Why a file cannot be written.
 *
 * @param message what happened, for people
 * @param hint what to do next
 */
public record DiskProblem(Kind kind, String message, String hint) {

  /** What went wrong, for programs. */
  public enum Kind {
    /** Not enough room. */
    FULL,
    /** The folder or file may not be written. */
    PERMISSION,
    /** The folder is not there, or is no folder. */
    NO_FOLDER,
    /** Reading or writing failed in another way. */
    IO
  }
}
