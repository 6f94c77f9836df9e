package org.lagroups.multicast.tree.port;

import org.lagroups.multicast.wire.place.Bounds;

/**
 * How a tree is kept; the same for all nodes of a stream.
 *
 * @param mostChildren k, 2 to {@link Bounds#MAX_LIST}. Newcomers get one place less: the last is
 *     for who lost a parent, moves or rises
 * @param beatMillis how often parents and children hear of each other, above 0
 * @param silenceMillis a neighbour that is not heard for so long has failed; more than two beats
 * @param timeoutMillis the heartbeat time-out, above {@code silenceMillis}: within it an orphan has
 *     noticed and has a new parent
 * @param leastUptimeMillis how long a node has to be known before it may rise to the fourth level
 *     or below; twice as long for each level above
 * @param clearly a child gives way to one whose score is so many times its own, above 1
 * @param penaltyMillis how long who failed to forward stays a leaf; doubled each time
 * @param leastSigners how many members have to vouch for who rises; fewer only if there are fewer
 * @param isRising whether nodes rise and fall by merit at all; otherwise places go by arrival
 */
public record TreeSettings(
    int mostChildren,
    long beatMillis,
    long silenceMillis,
    long timeoutMillis,
    long leastUptimeMillis,
    double clearly,
    long penaltyMillis,
    int leastSigners,
    boolean isRising) {

  /** The level from which on {@link #leastUptimeMillis} holds as it is. */
  private static final int LOWEST_RULED_DEPTH = 4;

  /** 8 children, beats of 0.5 s, failed after 1.75 s, orphans placed after 3 s, 60 s to rise. */
  public static final TreeSettings DEFAULT =
      new TreeSettings(8, 500, 1_750, 3_000, 60_000, 2, 120_000, 2, true);

  public TreeSettings {
    if (mostChildren < 2 || mostChildren > Bounds.MAX_LIST) {
      throw new IllegalArgumentException("a node has 2 to 63 children, not " + mostChildren);
    }
    if (beatMillis < 1 || silenceMillis <= 2 * beatMillis || timeoutMillis <= silenceMillis) {
      throw new IllegalArgumentException("two beats are less than silence, and that than time-out");
    }
    if (leastUptimeMillis < 0 || penaltyMillis < 0 || leastSigners < 1 || !(clearly > 1)) {
      throw new IllegalArgumentException("uptime, penalty, signers or factor out of range");
    }
  }

  /** The same with another k. */
  public TreeSettings withMostChildren(int most) {
    return new TreeSettings(
        most,
        beatMillis,
        silenceMillis,
        timeoutMillis,
        leastUptimeMillis,
        clearly,
        penaltyMillis,
        leastSigners,
        isRising);
  }

  /** The same with other beats; silence and time-out are 3.5 and 6 of them. */
  public TreeSettings withBeatMillis(long millis) {
    return new TreeSettings(
        mostChildren,
        millis,
        7 * millis / 2,
        6 * millis,
        leastUptimeMillis,
        clearly,
        penaltyMillis,
        leastSigners,
        isRising);
  }

  /** The same with another least uptime. */
  public TreeSettings withLeastUptimeMillis(long millis) {
    return new TreeSettings(
        mostChildren,
        beatMillis,
        silenceMillis,
        timeoutMillis,
        millis,
        clearly,
        penaltyMillis,
        leastSigners,
        isRising);
  }

  /** The same in which places go by arrival alone. */
  public TreeSettings byArrival() {
    return new TreeSettings(
        mostChildren,
        beatMillis,
        silenceMillis,
        timeoutMillis,
        leastUptimeMillis,
        clearly,
        penaltyMillis,
        leastSigners,
        false);
  }

  /** How many children newcomers may make. */
  public int usualChildren() {
    return mostChildren - 1;
  }

  /** How long a node has to be known to rise to a depth. */
  public long leastUptimeMillis(int depth) {
    return leastUptimeMillis << Math.clamp(LOWEST_RULED_DEPTH - depth, 0, LOWEST_RULED_DEPTH);
  }

  /** How long an answer, a reserved place, or its confirmation may take. */
  public long reservedMillis() {
    return timeoutMillis + beatMillis;
  }
}
