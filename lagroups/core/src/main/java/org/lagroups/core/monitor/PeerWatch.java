package org.lagroups.core.monitor;

import java.util.Optional;
import java.util.function.Consumer;

/** One party's watch on one peer. */
final class PeerWatch implements Watch {

  private final WatchedPeer peer;
  private final long intervalNanos;
  private final HeartbeatListener listener;
  private final Consumer<PeerWatch> onClose;
  private boolean closed;

  PeerWatch(
      WatchedPeer peer,
      long intervalNanos,
      HeartbeatListener listener,
      Consumer<PeerWatch> onClose) {
    this.peer = peer;
    this.intervalNanos = intervalNanos;
    this.listener = listener;
    this.onClose = onClose;
  }

  WatchedPeer peer() {
    return peer;
  }

  long intervalNanos() {
    return intervalNanos;
  }

  void tellLiveness(Liveness liveness) {
    if (!closed) {
      listener.onLiveness(liveness);
    }
  }

  void tellRoundTrip(RoundTrip roundTrip) {
    if (!closed) {
      listener.onRoundTrip(roundTrip);
    }
  }

  @Override
  public Liveness liveness() {
    return peer.pulse().liveness();
  }

  @Override
  public Optional<RoundTrip> roundTrip() {
    return peer.roundTrip();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.accept(this);
    }
  }
}
