package org.lagroups.core.robust.message;

/** Carries a refusal from the depth of a decoder to its entrance; never leaves this package. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(String what) {
    super(what, null, false, false);
  }

  /** Refuses what is out of its range. */
  static void check(boolean inRange, String what) throws MalformedException {
    if (!inRange) {
      throw new MalformedException(what);
    }
  }
}
