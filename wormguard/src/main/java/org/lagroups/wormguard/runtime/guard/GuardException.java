package org.lagroups.wormguard.runtime.guard;

/** A guard cannot begin, or go on; the message says why, and what to do about it, for people. */
public final class GuardException extends Exception {

  private static final long serialVersionUID = 1L;

  /** With a whole sentence. */
  public GuardException(String message) {
    super(message);
  }

  /** With what led to it. */
  public GuardException(String message, Throwable cause) {
    super(message, cause);
  }
}
