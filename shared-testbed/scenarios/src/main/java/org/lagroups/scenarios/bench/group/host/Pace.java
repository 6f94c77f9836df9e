package org.lagroups.scenarios.bench.group.host;

import java.util.Locale;

/**
 * How fast members of all libraries look for dead ones, by silence alone.
 *
 * <p>Ours sends a heartbeat every twelfth of T_a, and finds a silent peer down within 2.2 of these.
 * JGroups has the two numbers as settings. A SWIM member pings one other member per interval,
 * whatever their number, and waits for the suspicion to be refuted: a multiple of that interval and
 * of the logarithm of the group's size. There ScaleCube's own values are kept: 26 s in a group of
 * 20. The two others get equal settings that are somewhat faster.
 *
 * @param validityMillis T_a
 */
public record Pace(long validityMillis) {

  /** A little faster than ScaleCube, so that nobody has to wait longer for ours. */
  public static final Pace EQUAL = new Pace(110_000);

  private static final int BEATS = 12;
  private static final double SILENCE_IN_INTERVALS = 2.2;

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
              "as its tcp.xml, TCPPING on loopback; FD_ALL3 interval %.1f s, timeout %.1f s;"
                  + " FD_SOCK2; VERIFY_SUSPECT2 1.5 s",
              intervalMillis() / 1e3,
              timeoutMillis() / 1e3);
      case SCALECUBE ->
          "as its LAN defaults: ping 1 s, time-out 0.5 s, suspicion 5 x log2(20) x 1 s = 25 s";
    };
  }
}
