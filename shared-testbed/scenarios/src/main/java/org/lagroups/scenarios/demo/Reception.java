package org.lagroups.scenarios.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lagroups.multicast.api.CastView;

/** How a stream comes to some nodes, as far as that is seen by asking them again and again. */
final class Reception {

  private static final double MEGABIT_BYTES = 125_000;

  private final Function<String, CastView> ask;
  private final Map<String, Progress> progress = new LinkedHashMap<>();

  /**
   * Asks for the first time.
   *
   * @param ask what a node says of the stream
   */
  Reception(Collection<String> names, Function<String, CastView> ask) {
    this.ask = ask;
    long now = System.nanoTime();
    names.forEach(name -> progress.put(name, new Progress(now, view(name).doneBytes())));
  }

  /** Asks all that are not done; whether now all are. */
  boolean look() {
    progress.forEach((name, one) -> {
      if (!one.isDone) {
        CastView view = view(name);
        one.seen(System.nanoTime(), view.doneBytes(), view.phase().equals("done"));
      }
    });
    return progress.values().stream().allMatch(one -> one.isDone);
  }

  /** How much the one has that has the least. */
  long leastBytes() {
    return progress.values().stream().mapToLong(one -> one.bytes).min().orElse(0);
  }

  /** What came to the slowest on average, in Mbit/s. */
  double leastMbps() {
    return progress.values().stream().mapToDouble(Progress::mbps).min().orElse(0);
  }

  /** For how long nothing came to somebody, at most. */
  long longestPauseMillis() {
    return TimeUnit.NANOSECONDS.toMillis(
        progress.values().stream().mapToLong(one -> one.longestPause).max().orElse(0));
  }

  /** Who is not done. */
  List<String> missing() {
    return progress.entrySet().stream()
        .filter(entry -> !entry.getValue().isDone)
        .map(Map.Entry::getKey)
        .toList();
  }

  private CastView view(String name) {
    CastView view = ask.apply(name);
    if (view.problem() != null) {
      throw new IllegalStateException("the stream to %s: %s".formatted(name, view.problem()));
    }
    return view;
  }

  /** At one node. */
  private static final class Progress {

    private final long began;
    private final long firstBytes;
    private long bytes;
    private long grewNanos;
    private long longestPause;
    private boolean isDone;

    Progress(long now, long bytes) {
      this.began = now;
      this.firstBytes = bytes;
      this.bytes = bytes;
      this.grewNanos = now;
    }

    void seen(long now, long bytesNow, boolean done) {
      if (bytesNow > bytes || done) {
        longestPause = Math.max(longestPause, now - grewNanos);
        bytes = bytesNow;
        grewNanos = now;
        isDone = done;
      }
    }

    double mbps() {
      double seconds = (grewNanos - began) / 1e9;
      return seconds <= 0 ? 0 : (bytes - firstBytes) / seconds / MEGABIT_BYTES;
    }
  }
}
