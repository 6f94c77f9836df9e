package org.lagroups.wormguard.packet.fragment;

/** What became of a fragment, or of all fragments of a packet. */
public enum Fate {
  /** A fragment was kept. */
  KEPT,
  /** A fragment brought only what was there, and the same. */
  REPEATED,
  /** A fragment brought the same as was there, and more, which was kept. */
  OVERLAPPING,
  /** A fragment brought other bytes than were there; these stay, and what was new was kept. */
  CONTRADICTING,
  /**
   * A fragment was left out: its size or place cannot be, or goes with no other of its packet. Its
   * length is no multiple of 8 though others follow, or it ends beyond 65,535 bytes or beyond the
   * last one.
   */
  IMPOSSIBLE,
  /** A fragment was left out, as the checksum of its header is wrong. */
  BAD_CHECKSUM,
  /** A packet is whole. */
  COMPLETED,
  /** All fragments of a packet were dropped: it took too long. */
  EXPIRED,
  /** All fragments of a packet were dropped, the oldest one: there was no more room. */
  EVICTED
}
