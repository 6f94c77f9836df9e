package org.lagroups.node.runtime.host;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.runtime.NodeLoop;

/** Measures by how much the event loop is late: the sum of all that holds it up. */
public final class LoopWatch {

  private static final long INTERVAL_MILLIS = 1_000;

  private final NodeLoop loop;
  private final Timer delay;

  /** Measures nothing yet. */
  public LoopWatch(NodeLoop loop, MeterRegistry registry) {
    this.loop = loop;
    this.delay =
        Timer.builder("lagroups_loop_delay")
            .description("how late the event loop gets to what is due")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  /** Begins to measure, once a second for as long as the loop runs. */
  public void start() {
    long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(INTERVAL_MILLIS);
    loop.schedule(
        INTERVAL_MILLIS,
        () -> {
          delay.record(Math.max(0, System.nanoTime() - due), TimeUnit.NANOSECONDS);
          start();
        });
  }
}
