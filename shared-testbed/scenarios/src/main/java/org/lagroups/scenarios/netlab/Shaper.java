package org.lagroups.scenarios.netlab;

import java.util.Optional;

/**
 * Limits what leaves an interface, by a token bucket with a short queue before it. Whoever finds
 * the queue full loses the packet, as at a home's uplink.
 */
final class Shaper {

  /** What may leave at once after a pause; covers the lateness of timers on a busy machine. */
  private static final long BURST_MILLIS = 10;

  private static final long LEAST_BURST_BYTES = 4_096;

  /** How long the queue is. */
  private static final long QUEUE_MILLIS = 100;

  /** Room for some packets of each of several streams, or a slow uplink would starve the newest. */
  private static final long LEAST_QUEUE_BYTES = 65_536;

  private final NetworkSpace space;
  private final String device;
  private boolean isLimited;

  Shaper(NetworkSpace space, String device) {
    this.space = space;
    this.device = device;
  }

  /** From now on; unlimited if there is none. */
  void set(Optional<Rate> rate) throws InterruptedException {
    if (rate.isPresent()) {
      space.tc("qdisc replace dev %s root tbf %s".formatted(device, bucket(rate.get())));
    } else if (isLimited) {
      space.tc("qdisc del dev %s root".formatted(device));
    }
    isLimited = rate.isPresent();
  }

  private static String bucket(Rate rate) {
    long burst = Math.max(rate.bytesIn(BURST_MILLIS), LEAST_BURST_BYTES);
    long queue = Math.max(rate.bytesIn(QUEUE_MILLIS), LEAST_QUEUE_BYTES);
    return "rate %dbit burst %d limit %d".formatted(rate.bitsPerSecond(), burst, burst + queue);
  }
}
