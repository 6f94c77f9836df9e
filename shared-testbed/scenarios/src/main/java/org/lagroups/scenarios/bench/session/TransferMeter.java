package org.lagroups.scenarios.bench.session;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Measures traffic, after a while in which it gets going. */
public final class TransferMeter {

  /** Enough for the JVM to have compiled what it runs, unless that takes too long. */
  private static final long WARM_UP_BYTES = 1_000_000_000;

  private static final long LONGEST_WARM_UP_MILLIS = 5_000;
  private static final long LONGEST_START_MILLIS = 20_000;

  private final long millis;

  /** Measures for so long. */
  public TransferMeter(long millis) {
    this.millis = millis;
  }

  /**
   * Lets traffic flow, and measures it.
   *
   * @throws IllegalStateException if nothing arrives
   */
  public Transfer measure(Callable<? extends Traffic> opening) throws InterruptedException {
    try (Traffic traffic = open(opening)) {
      if (!awaitBytes(traffic, 1, LONGEST_START_MILLIS)) {
        throw new IllegalStateException("nothing has arrived");
      }
      var _ = awaitBytes(traffic, WARM_UP_BYTES, LONGEST_WARM_UP_MILLIS);
      final long from = System.nanoTime();
      final long cpuFrom = cpuNanos();
      final long bytesFrom = traffic.receivedBytes();
      TimeUnit.MILLISECONDS.sleep(millis);
      long bytes = traffic.receivedBytes() - bytesFrom;
      long cpu = cpuNanos() - cpuFrom;
      long nanos = System.nanoTime() - from;
      if (bytes == 0) {
        throw new IllegalStateException("nothing arrives any more");
      }
      return new Transfer(bytes * 1e3 / nanos, (double) cpu / bytes);
    }
  }

  /** Whether so much has arrived in time. */
  private static boolean awaitBytes(Traffic traffic, long bytes, long millis)
      throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (traffic.receivedBytes() < bytes) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
    return true;
  }

  private static Traffic open(Callable<? extends Traffic> opening) {
    try {
      return opening.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("it does not start: " + e.getMessage(), e);
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
