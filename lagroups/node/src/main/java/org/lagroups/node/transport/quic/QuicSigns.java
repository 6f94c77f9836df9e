package org.lagroups.node.transport.quic;

import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicConnectionPathStats;
import io.netty.util.concurrent.Future;

/**
 * What QUIC knows of a connection: how many packets of the peer have come, acknowledgements
 * included. They show that its process runs, for that is where QUIC is.
 */
final class QuicSigns {

  private final QuicChannel channel;
  private long packets = -1;
  private long heardNanos = System.nanoTime();
  private long roundTripNanos;

  /** Nothing known yet. */
  QuicSigns(QuicChannel channel) {
    this.channel = channel;
  }

  /** Looks; whether packets have come since the last look. */
  boolean look() {
    // Without migration there is one path.
    Future<QuicConnectionPathStats> stats = channel.collectPathStats(0);
    if (!stats.isSuccess()) {
      return false;
    }
    QuicConnectionPathStats path = stats.getNow();
    roundTripNanos = path.rtt();
    if (path.recv() == packets) {
      return false;
    }
    packets = path.recv();
    heardNanos = System.nanoTime();
    return true;
  }

  /** Since the last look that found more packets. */
  long silentNanos() {
    return System.nanoTime() - heardNanos;
  }

  /** Smoothed by QUIC; 0 if unknown. */
  long roundTripNanos() {
    return roundTripNanos;
  }
}
