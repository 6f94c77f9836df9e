package org.lagroups.wormguard.rule.pattern;

import org.lagroups.wormguard.rule.pattern.syntax.Node;

/** The steps of a {@link Program}; each has up to two numbers. */
final class Operation {

  /** The expression matches. */
  static final int MATCH = 0;

  /** A byte of a set. */
  static final int SET = 1;

  /** Bytes of a set, so many of them. */
  static final int SET_TIMES = 2;

  /** Goes on at the first place, or if that fails at the second. */
  static final int SPLIT = 3;

  /** Goes on at a place. */
  static final int JUMP = 4;

  /** Keeps where it is in a register. */
  static final int SAVE = 5;

  /** Goes on at a place, the second number, unless it is where a register says. */
  static final int AGAIN = 6;

  /** The bytes between two registers, the first of which is given; second number: caseless. */
  static final int REFERENCE = 7;

  /** A condition about the place: the index of a {@link Node.Kind}. */
  static final int ASSERT = 8;

  /** Runs what follows up to its MATCH as one; then goes on at a place, where that ended. */
  static final int ATOMIC = 9;

  /** As {@link #ATOMIC}, but goes on where it began. */
  static final int LOOK = 10;

  /** As {@link #LOOK}, if what follows does not match. */
  static final int LOOK_NOT = 11;

  /** Goes back by so many bytes. */
  static final int BACK = 12;

  /** What a register keeps is kept by another, too. */
  static final int COPY = 13;

  private Operation() {}
}
