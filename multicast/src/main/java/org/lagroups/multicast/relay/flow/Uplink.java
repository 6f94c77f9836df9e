package org.lagroups.multicast.relay.flow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a node sends for all its streams together, and the most that it may, if somebody has said.
 * Then whoever has something to send gets the same share, and what one does not use the others do
 * (start-time fair queueing; Goyal, Vin, Cheng 1997).
 */
public final class Uplink {

  /** What was not sent for so long may be sent at once; more often than so it has to be asked. */
  private static final long BURST_NANOS = 50_000_000;

  /** Who has sent nothing for so long does not count among those who share. */
  private static final long ACTIVE_NANOS = 2_000_000_000L;

  private final List<Share> shares = new ArrayList<>();
  private double most = Double.POSITIVE_INFINITY;
  private double credit;
  private long creditNanos;
  private double served;
  private boolean isPumping;

  /** Somebody who has chunks to send. */
  @FunctionalInterface
  interface Supply {

    /** Sends the next chunk now; answers its length, or 0 if there is none that can be sent. */
    int sendNext(long nowNanos);
  }

  /** The part of one who sends. */
  final class Share {

    private final Supply supply;
    private final RateMeter sent;
    private long sentNanos;
    private double used;

    private Share(Supply supply, long nowNanos) {
      this.supply = supply;
      this.sent = new RateMeter(nowNanos);
      this.sentNanos = nowNanos;
    }

    /** Whether to send only when asked to. */
    boolean isCapped() {
      return Uplink.this.isCapped();
    }

    /** There may be something to send: now or later it is asked for it. */
    void pump(long nowNanos) {
      pumpAll(nowNanos);
    }

    /** It has sent something. */
    void sent(long nowNanos, int bytes) {
      sentNanos = nowNanos;
      sent.add(nowNanos, bytes);
    }

    /**
     * What it may count on, in bytes per second: as much as the others, or what they leave. Empty
     * if there is no cap.
     */
    OptionalDouble allotment(long nowNanos) {
      if (!isCapped()) {
        return OptionalDouble.empty();
      }
      int active = 1;
      double others = 0;
      for (Share other : shares) {
        if (other != this && nowNanos - other.sentNanos < ACTIVE_NANOS && other.hasSent()) {
          active++;
          others += other.sent.bytesPerSecond(nowNanos);
        }
      }
      return OptionalDouble.of(Math.max(most / active, most - others));
    }

    /** It sends nothing any more. */
    void close() {
      shares.remove(this);
    }

    /** By which they are compared: the least is the next. Who was idle has saved nothing up. */
    private double start() {
      return Math.max(used, served);
    }

    private boolean hasSent() {
      return sent.totalBytes() > 0;
    }
  }

  /** From now on no more than this is sent, in bytes per second; infinity for no cap. */
  public void cap(double bytesPerSecond) {
    if (!(bytesPerSecond > 0)) {
      throw new IllegalArgumentException("no uplink: " + bytesPerSecond);
    }
    most = bytesPerSecond;
    credit = 0;
  }

  /** The most that is sent, in bytes per second; empty if there is no cap. */
  public OptionalDouble cap() {
    return isCapped() ? OptionalDouble.of(most) : OptionalDouble.empty();
  }

  Share share(Supply supply, long nowNanos) {
    Share share = new Share(supply, nowNanos);
    shares.add(share);
    return share;
  }

  private boolean isCapped() {
    return most < Double.POSITIVE_INFINITY;
  }

  private void pumpAll(long nowNanos) {
    credit = Math.min(most * BURST_NANOS / 1e9, credit + most * (nowNanos - creditNanos) / 1e9);
    creditNanos = nowNanos;
    if (isPumping) {
      return; // who is asked for a chunk finds out that there is one more
    }
    isPumping = true;
    try {
      Set<Share> empty = new HashSet<>();
      for (Share next = next(empty); credit > 0 && next != null; next = next(empty)) {
        int bytes = next.supply.sendNext(nowNanos);
        if (bytes == 0) {
          empty.add(next);
        } else {
          served = Math.max(next.used, served);
          next.used = served + bytes;
          credit -= bytes;
        }
      }
    } finally {
      isPumping = false;
    }
  }

  private @Nullable Share next(Set<Share> empty) {
    Share best = null;
    for (Share share : shares) {
      if (!empty.contains(share) && (best == null || share.start() < best.start())) {
        best = share;
      }
    }
    return best;
  }
}
