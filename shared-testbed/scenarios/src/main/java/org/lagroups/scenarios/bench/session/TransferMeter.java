package org.lagroups.scenarios.bench.session;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Measures traffic, after a while in which it gets going. */
public final class TransferMeter {

  private static final long WARM_UP_MILLIS = 1_000;
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
      long patience = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_START_MILLIS);
      while (traffic.receivedBytes() == 0) {
        if (System.nanoTime() > patience) {
          throw new IllegalStateException("nothing has arrived");
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      TimeUnit.MILLISECONDS.sleep(WARM_UP_MILLIS);
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
