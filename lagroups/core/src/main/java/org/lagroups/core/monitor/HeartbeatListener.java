package org.lagroups.core.monitor;

/** Hears of a watched peer. Called on the node's machine thread; may watch and unwatch. */
public interface HeartbeatListener {

  /** The peer came up or went down. */
  void onLiveness(Liveness liveness);

  /** The round-trip time was measured once more. */
  default void onRoundTrip(RoundTrip roundTrip) {}
}
