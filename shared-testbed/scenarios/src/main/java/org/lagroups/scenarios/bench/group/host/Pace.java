package org.lagroups.scenarios.bench.group.host;

import java.util.Locale;

/**
 * How fast members of all libraries look for dead ones, by silence alone.
 *
 * <p>Ours sends a heartbeat every twelfth of T_a, and finds a silent peer down within 2.2 of these.
 * JGroups has the two numbers as settings. A SWIM member pings one other member per interval,
 * whatever their number, and waits for the suspicion to be refuted: a multiple of that interval and
 * of the logarithm of the group's size.
 */
public enum Pace {
  /**
   * ScaleCube's own values, 26 s in a group of 20; the two others get equal settings that are a
   * little faster, so that nobody has to wait longer for ours.
   */
  SLOW(110_000, 5),
  /** T_a as we ship it, and the others made as fast: a member is down after about 11 s. */
  USUAL(60_000, 2);

  private static final int BEATS = 12;
  private static final double SILENCE_IN_INTERVALS = 2.2;

  private final long validityMillis;
  private final int suspicion;

  Pace(long validityMillis, int suspicion) {
    this.validityMillis = validityMillis;
    this.suspicion = suspicion;
  }

  /** T_a. */
  public long validityMillis() {
    return validityMillis;
  }

  /**
   * Of a SWIM member: by what its interval and the logarithm of the group's size are multiplied.
   */
  public int suspicion() {
    return suspicion;
  }

  /** Between two heartbeats of a pair of ours or of JGroups, in milliseconds. */
  public long intervalMillis() {
    return validityMillis / BEATS;
  }

  /** After so much silence a member is down, in milliseconds; give or take a round trip. */
  public long timeoutMillis() {
    return (long) (validityMillis * SILENCE_IN_INTERVALS / BEATS);
  }

  /** Settings of a library, for people. */
  public String describe(Library library) {
    return switch (library) {
      case LAGROUPS ->
          String.format(
              Locale.ROOT,
              "T_a %d s: heartbeat every %.1f s, down after %.1f s",
              validityMillis / 1_000,
              intervalMillis() / 1e3,
              timeoutMillis() / 1e3);
      case JGROUPS ->
          String.format(
              Locale.ROOT,
              "as its tcp.xml, TCPPING; FD_ALL3 interval %.1f s, timeout %.1f s; FD_SOCK2;"
                  + " VERIFY_SUSPECT2 1.5 s",
              intervalMillis() / 1e3,
              timeoutMillis() / 1e3);
      case SCALECUBE ->
          "as its LAN defaults: ping 1 s, time-out 0.5 s, but for suspicion: %d x log2(20) x 1 s = %d s"
              .formatted(suspicion, suspicion * 5);
    };
  }
}
