package org.lagroups.core.group.protocol;

import java.util.OptionalLong;

/**
 * Numbers this node's advertisements in one group: wall-clock milliseconds where possible, always
 * increasing. They are reserved in blocks, and none is used before its block is durable, so none is
 * ever used twice, whatever is killed and whatever the clock does.
 */
final class SequenceNumbers {

  /** How far ahead numbers are reserved: about ten minutes of milliseconds. */
  static final long BLOCK = 600_000;

  private long last;
  private long durable;
  private long requested;

  /** Goes on after all that was reserved before, 0 if nothing was. */
  SequenceNumbers(long reservedBefore) {
    last = reservedBefore;
    durable = reservedBefore;
    requested = reservedBefore;
  }

  /** The last number used, or known to have been used. */
  long last() {
    return last;
  }

  /** The next number, unless it is not durably reserved yet. */
  OptionalLong next(long wallMillis) {
    long next = candidate(wallMillis);
    if (next > durable) {
      return OptionalLong.empty();
    }
    last = next;
    return OptionalLong.of(next);
  }

  /** Extends the reservation where less than half a block is left; whether it did. */
  boolean extend(long wallMillis) {
    long next = candidate(wallMillis);
    if (next + BLOCK / 2 <= requested) {
      return false;
    }
    requested = next + BLOCK;
    return true;
  }

  /** Up to which number this node wants to have reserved. */
  long requested() {
    return requested;
  }

  /** What was wanted up to this number is durable now. */
  void becameDurable(long reserved) {
    durable = Math.max(durable, reserved);
  }

  /** A number of ours has turned up that we do not remember: never go below it again. */
  void jumpAbove(long used) {
    last = Math.max(last, used);
  }

  private long candidate(long wallMillis) {
    return Math.max(last + 1, wallMillis);
  }
}
