package org.lagroups.scenarios.netlab;

import java.util.List;
import org.lagroups.scenarios.netlab.delay.DelayHost;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/** The process through which packets go that are to be late. */
final class Delay implements AutoCloseable {

  /** A minute. */
  static final long MAX_MICROS = 60_000_000;

  /** The interface behind which it sits. */
  static final String DEVICE = "delay";

  private static final long LONGEST_START_MILLIS = 30_000;
  private static final int HEAP_MEGABYTES = 256;

  /** Packets that wait until it takes them: it may stand still for some milliseconds. */
  private static final int WAITING_PACKETS = 10_000;

  private final ObedientProcess process;

  private Delay(ObedientProcess process) {
    this.process = process;
  }

  /** Starts it and joins its interface with a bridge, which sends nothing there by itself. */
  static Delay start(NetworkSpace hub, String bridge) throws InterruptedException {
    List<String> command = JavaCommand.of(DelayHost.class, HEAP_MEGABYTES, DEVICE);
    Delay delay = new Delay(ObedientProcess.start(hub.inside(command)));
    try {
      delay.process.awaitStarted(LONGEST_START_MILLIS);
      hub.ip(
          """
          link set dev %1$s master %2$s
          link set dev %1$s type bridge_slave learning off flood off mcast_flood off bcast_flood off
          link set dev %1$s txqueuelen %3$d
          link set dev %1$s up
          """
              .formatted(DEVICE, bridge, WAITING_PACKETS));
      return delay;
    } catch (RuntimeException | InterruptedException e) {
      delay.close();
      throw e;
    }
  }

  void set(String from, String to, long micros) throws InterruptedException {
    if (micros < 0 || micros > MAX_MICROS) {
      throw new IllegalArgumentException(
          "a delay is 0 to %d µs, not %d".formatted(MAX_MICROS, micros));
    }
    process.ask("delay %s %s %d".formatted(from, to, micros));
  }

  @Override
  public void close() {
    process.close();
  }
}
