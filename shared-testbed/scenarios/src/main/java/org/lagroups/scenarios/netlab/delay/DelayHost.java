package org.lagroups.scenarios.netlab.delay;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.process.Orders;

/** Passes frames on, each after its time. It ends when its input does. */
public final class DelayHost {

  private final TapDevice device;
  private final Delays delays = new Delays();
  private final DelayLine line = new DelayLine();

  private DelayHost(TapDevice device) {
    this.device = device;
  }

  /**
   * Runs until the input ends.
   *
   * @param args the name of the interface to make
   */
  public static void main(String[] args) throws Exception {
    DelayHost host = new DelayHost(TapDevice.open(args[0]));
    host.start("read frames", host::read);
    host.start("write frames", host::write);
    Orders.take(host::obey);
  }

  /** A step of a thread that never ends. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private String obey(String[] order) {
    return switch (order[0]) {
      case "delay" -> {
        delays.set(order[1], order[2], TimeUnit.MICROSECONDS.toNanos(Long.parseLong(order[3])));
        yield "done";
      }
      case "lost" -> String.valueOf(line.lost());
      default -> Orders.unknown(order);
    };
  }

  private void start(String name, Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (true) {
                  step.run();
                }
              } catch (IOException e) {
                System.err.println(name + ": " + e.getMessage());
                Runtime.getRuntime().halt(1);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  private void read() throws IOException {
    byte[] frame = device.read();
    line.put(frame, delays.of(frame));
  }

  private void write() throws IOException, InterruptedException {
    device.write(line.take());
  }
}
