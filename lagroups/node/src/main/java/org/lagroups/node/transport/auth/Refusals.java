package org.lagroups.node.transport.auth;

import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts refused peers and logs them, but no more than a few a minute. */
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int LOGGED_PER_MINUTE = 10;

  private final Runnable count;
  private final LongSupplier nanoTime;
  private long minuteBegan;
  private int inMinute;

  /**
   * No refusals yet.
   *
   * @param count called for each
   */
  public Refusals(Runnable count, LongSupplier nanoTime) {
    this.count = count;
    this.nanoTime = nanoTime;
    this.minuteBegan = nanoTime.getAsLong();
  }

  /**
   * A connection with the node at {@code remote} was refused.
   *
   * @param reason for people, without unchecked text of the peer
   */
  public void refused(InetSocketAddress remote, String reason) {
    count.run();
    long now = nanoTime.getAsLong();
    if (now - minuteBegan > TimeUnit.MINUTES.toNanos(1)) {
      minuteBegan = now;
      inMinute = 0;
    }
    inMinute++;
    if (inMinute <= LOGGED_PER_MINUTE) {
      LOG.info("Refused the node at {}: {}", remote, reason);
    } else if (inMinute == LOGGED_PER_MINUTE + 1) {
      LOG.info("More refusals within this minute are only counted");
    }
  }
}
