package org.lagroups.fileshare.transfer;

/** Where a download stands. */
public enum Phase {
  /** What is there already is being checked. */
  OPENING,
  /** It runs. */
  RUNNING,
  /** No member that can be reached has the file; it goes on when one has. */
  WAITING,
  /** All is there; the whole is being checked and moved into place. */
  FINISHING,
  /** The file is in place. */
  DONE,
  /** Stopped by the person; can go on. */
  PAUSED,
  /** Stopped by a problem with the disk; can go on when that is solved. */
  FAILED;

  /** Whether it goes on by itself. */
  public boolean isActive() {
    return this == OPENING || this == RUNNING || this == WAITING || this == FINISHING;
  }
}
