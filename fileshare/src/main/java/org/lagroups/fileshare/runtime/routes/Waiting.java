package org.lagroups.fileshare.runtime.routes;

import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks at something on the loop, again and again as it changes. */
final class Waiting {

  /** The longest wait that a client may ask for. */
  static final long MAX_MILLIS = 60_000;

  private final Fileshare share;

  Waiting(Fileshare share) {
    this.share = share;
  }

  /** What {@code look} sees once {@code enough} says so, or when the time is over. */
  <T> T until(Supplier<T> look, Predicate<T> enough, long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      long version = share.signal().version();
      record Seen<T>(T value, boolean enough) {}
      Seen<T> seen =
          share
              .loop()
              .call(() -> {
                T value = look.get();
                return new Seen<>(value, enough.test(value));
              });
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (seen.enough() || left <= 0) {
        return seen.value();
      }
      share.signal().await(version, left);
    }
  }
}
