package org.lagroups.scenarios.netlab.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What arrives of streams over TCP, without headers and what was sent twice. */
public final class Goodput {

  private static final double NANOS_PER_MICRO = 1_000;

  private Goodput() {}

  /** A stream. */
  public record Stream(Probe from, Probe to) {}

  /**
   * Lets all streams run at the same time; what arrives of each, in Mbit/s.
   *
   * @param warmUpMillis how long they run before that counts
   * @param millis how long it counts
   */
  public static List<Double> mbit(List<Stream> streams, long warmUpMillis, long millis)
      throws InterruptedException {
    for (Stream stream : streams) {
      stream.from().sendTo(stream.to());
    }
    TimeUnit.MILLISECONDS.sleep(warmUpMillis);
    List<Probe.Received> before = received(streams);
    TimeUnit.MILLISECONDS.sleep(millis);
    List<Probe.Received> after = received(streams);
    for (Stream stream : streams) {
      stream.from().stopSending();
    }
    List<Double> mbit = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      long bytes = after.get(i).bytes() - before.get(i).bytes();
      long nanos = after.get(i).nanos() - before.get(i).nanos();
      mbit.add(bytes * Byte.SIZE / (nanos / NANOS_PER_MICRO));
    }
    return mbit;
  }

  private static List<Probe.Received> received(List<Stream> streams) throws InterruptedException {
    List<Probe.Received> received = new ArrayList<>();
    for (Stream stream : streams) {
      received.add(stream.to().receivedFrom(stream.from()));
    }
    return received;
  }
}
