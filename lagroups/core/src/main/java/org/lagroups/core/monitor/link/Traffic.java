package org.lagroups.core.monitor.link;

/** What {@link ThroughputFloor} is told of a node. */
public sealed interface Traffic {

  /** From now on something is wanted of it. */
  record DemandBegan() implements Traffic {}

  /** It delivered something; told before the {@link DemandEnded} that comes of it. */
  record Delivered(long bytes) implements Traffic {
    public Delivered {
      if (bytes < 0) {
        throw new IllegalArgumentException("a node delivers 0 bytes or more, not " + bytes);
      }
    }
  }

  /** From now on nothing is wanted of it. */
  record DemandEnded() implements Traffic {}
}
