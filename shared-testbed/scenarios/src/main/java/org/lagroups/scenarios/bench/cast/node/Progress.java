package org.lagroups.scenarios.bench.cast.node;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lagroups.multicast.api.CastView;
import org.lagroups.scenarios.process.Background;

/** How much of a stream a node has, looked at again and again until it has it all. */
final class Progress {

  private static final long PERIOD_MILLIS = 200;

  private final List<Sample> samples = new ArrayList<>();
  private boolean isOver;

  /**
   * What was there at a time.
   *
   * @param nanos by a clock that all processes of a machine share
   */
  private record Sample(long nanos, long bytes) {

    String text() {
      return nanos + ":" + bytes;
    }
  }

  /** Begins to look. */
  static Progress of(Supplier<CastView> view) {
    Progress progress = new Progress();
    Background.start("look", () -> progress.look(view));
    return progress;
  }

  /** Waits until it has it all; whether that came in time. */
  synchronized boolean await(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!isOver) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** All samples: times and bytes. */
  synchronized String text() {
    return samples.stream().map(Sample::text).collect(Collectors.joining(" "));
  }

  private void look(Supplier<CastView> view) throws InterruptedException {
    while (!add(view.get())) {
      TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
    }
  }

  private synchronized boolean add(CastView view) {
    samples.add(new Sample(System.nanoTime(), view.doneBytes()));
    isOver = view.phase().equals("done");
    notifyAll();
    return isOver;
  }
}
