package org.lagroups.wormguard.eve;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as {@code 2026-11-22T21:44:29.000001+0000}: in UTC, to the microsecond. */
final class EveTime {

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final int NANOS_PER_MICRO = 1_000;
  private static final long MICROS_WITH_LEADING_ONE = 1_000_000;

  private long second = Long.MIN_VALUE;
  private String text = "";

  /** A time in nanoseconds since 1970. */
  String text(long nanos) {
    long itsSecond = Math.floorDiv(nanos, NANOS_PER_SECOND);
    if (itsSecond != second) {
      second = itsSecond;
      text = SECONDS.format(Instant.ofEpochSecond(itsSecond));
    }
    long micros = Math.floorMod(nanos, NANOS_PER_SECOND) / NANOS_PER_MICRO;
    return text + Long.toString(MICROS_WITH_LEADING_ONE + micros).substring(1) + "+0000";
  }
}
