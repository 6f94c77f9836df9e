package org.lagroups.core.robust.raft;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;

/** The library's clock: time that never goes back, at the group's pace. */
final class RaftClock extends Clock {

  /** Far from 0, which the library takes for "never". */
  private static final long ORIGIN_MILLIS = 1_000_000_000;

  private final Pace pace;
  private final LongSupplier elapsedNanos;
  private final long startNanos;

  RaftClock(Pace pace, LongSupplier elapsedNanos) {
    this.pace = pace;
    this.elapsedNanos = elapsedNanos;
    this.startNanos = elapsedNanos.getAsLong();
  }

  @Override
  public long millis() {
    return ORIGIN_MILLIS + pace.libraryMillis(elapsedNanos.getAsLong() - startNanos);
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
