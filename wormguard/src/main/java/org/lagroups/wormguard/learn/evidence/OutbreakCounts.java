package org.lagroups.wormguard.learn.evidence;

/**
 * How far some content has spread, as one gateway saw it. Nobody else can check these numbers.
 *
 * @param packets packets that had it, since it was prevalent
 * @param sources about how many addresses sent it
 * @param destinations about how many it was sent to
 * @param scanners how many of the samples' sources were scanning at that time
 * @param firstNanos when it became prevalent, in nanoseconds since 1970
 * @param lastNanos when it was seen last; not before {@code firstNanos}
 */
public record OutbreakCounts(
    long packets, int sources, int destinations, int scanners, long firstNanos, long lastNanos) {

  public OutbreakCounts {
    if (packets < 0 || sources < 0 || destinations < 0 || scanners < 0) {
      throw new IllegalArgumentException("a count is negative");
    }
    if (firstNanos < 0 || lastNanos < firstNanos) {
      throw new IllegalArgumentException("the times are before 1970, or the last before the first");
    }
  }
}
