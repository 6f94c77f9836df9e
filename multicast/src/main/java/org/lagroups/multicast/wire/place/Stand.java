package org.lagroups.multicast.wire.place;

/**
 * How near to the source a node is. Epochs come from the source and only through one's parent, so
 * nobody below a node ever has a better stand than that node: whoever takes only parents with a
 * better stand than its own never takes one from below itself. (The feasibility condition of Babel,
 * RFC 8966, section 3.5.1, with the epoch as its sequence number.)
 *
 * @param epoch the newest that was heard, 0 or more
 * @param depth the least since then, 0 to {@link #MAX_DEPTH}
 */
public record Stand(long epoch, int depth) {

  /** The greatest depth of a node; the source has 0. */
  public static final int MAX_DEPTH = 64;

  /** The worst. */
  public static final Stand NONE = new Stand(0, MAX_DEPTH);

  public Stand {
    Bounds.requireRange("an epoch", epoch, 0, Long.MAX_VALUE);
    Bounds.requireRange("a depth", depth, 0, MAX_DEPTH);
  }

  /** Whether it is nearer to the source. */
  public boolean isBetterThan(Stand other) {
    return epoch > other.epoch || (epoch == other.epoch && depth < other.depth);
  }
}
