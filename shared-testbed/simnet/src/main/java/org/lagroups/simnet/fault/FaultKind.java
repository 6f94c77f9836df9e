package org.lagroups.simnet.fault;

/** What {@link Chaos} does. */
public enum FaultKind {
  /** A node is killed and started again with its storage. */
  CRASH,
  /** A node is killed and started again on an empty disk. */
  DISK_LOSS,
  /** A node stands still. */
  PAUSE,
  /** A node is off the network. */
  ISOLATION,
  /** One direction of a pair is cut. */
  ONE_WAY_CUT,
  /** Both directions of a pair are cut. */
  PAIR_CUT,
  /** The network is split in two. */
  PARTITION,
  /** One direction of a pair loses a third of what is sent, and delays the rest. */
  BAD_PATH,
  /** A node's clock is set wrong by up to two seconds, and set right. */
  CLOCK_STEP
}
