package org.lagroups.scenarios.bench.guard.inline;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/** Two hosts that load what is between them, from left to right. */
final class LoadedPassage implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 128;
  private static final long START_MILLIS = 60_000;
  private static final long GRACE_MILLIS = 60_000;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final double BITS_PER_GIGABIT = 1e9;

  private final Passage passage;
  private final ObedientProcess left;
  private final ObedientProcess right;

  private LoadedPassage(Passage passage, ObedientProcess left, ObedientProcess right) {
    this.passage = passage;
    this.left = left;
    this.right = right;
  }

  /** Makes one, with nothing yet that passes anything on. */
  static LoadedPassage make(String label) throws InterruptedException {
    Passage passage = Passage.make(label);
    ObedientProcess left = ObedientProcess.start(passage.insideLeft(command()));
    ObedientProcess right = ObedientProcess.start(passage.insideRight(command()));
    LoadedPassage made = new LoadedPassage(passage, left, right);
    try {
      left.awaitStarted(START_MILLIS);
      right.awaitStarted(START_MILLIS);
      return made;
    } catch (IllegalStateException | InterruptedException e) {
      made.close();
      throw e;
    }
  }

  Passage passage() {
    return passage;
  }

  /**
   * Sends streams.
   *
   * @param guardSeconds how much processor time the guard has taken
   */
  StreamFigures streams(int count, long millis, DoubleSupplier guardSeconds)
      throws InterruptedException {
    double machine = MachineTime.busySeconds();
    double guard = guardSeconds.getAsDouble();
    long before = right.number("received");
    long nanos =
        Long.parseLong(
            left.ask(
                "streams %s %s %d %d".formatted(address(), port(0), count, millis),
                2 * millis + GRACE_MILLIS));
    double bits = (double) (right.number("received") - before) * Byte.SIZE;
    if (bits == 0) {
      throw new IllegalStateException("nothing of %d streams came".formatted(count));
    }
    return new StreamFigures(
        bits / BITS_PER_GIGABIT,
        nanos / NANOS_PER_SECOND,
        MachineTime.busySeconds() - machine,
        guardSeconds.getAsDouble() - guard);
  }

  /** Sends datagrams, one at a time. */
  TripFigures trips(long millis) throws InterruptedException {
    return TripFigures.parse(
        left.ask("trips %s %s %d".formatted(address(), port(1), millis), millis + GRACE_MILLIS));
  }

  @Override
  public void close() {
    left.close();
    right.close();
    passage.close();
  }

  private String port(int which) throws InterruptedException {
    return right.ask("ports").split(" ", -1)[which];
  }

  private static String address() {
    return Passage.rightAddress(4);
  }

  private static List<String> command() {
    return JavaCommand.of(LoadHost.class, HEAP_MEGABYTES);
  }
}
