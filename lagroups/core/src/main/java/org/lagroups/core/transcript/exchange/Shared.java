package org.lagroups.core.transcript.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Something that is made when somebody asks for it, once for all who ask meanwhile, and kept for a
 * while. What could not be made is not kept.
 */
final class Shared<T> {

  /** The most who wait at a time; who comes on top gets nothing. */
  static final int MAX_WAITING = 128;

  private final long freshNanos;
  private final long patienceNanos;
  private final LongSupplier nowNanos;
  private final Maker<T> maker;
  private final List<Consumer<Optional<T>>> waiting = new ArrayList<>();
  private Supplier<Optional<T>> soFar = Optional::empty;
  private Optional<T> latest = Optional.empty();
  private long madeAtNanos;
  private long deadlineNanos;
  private int attempts;

  /** Makes one, perhaps later. */
  interface Maker<T> {

    /**
     * Begins.
     *
     * @param done called once when it is made, or could not be
     * @return what there would be if one waited no longer
     */
    Supplier<Optional<T>> begin(Consumer<Optional<T>> done);
  }

  /**
   * Nothing yet.
   *
   * @param freshNanos for how long one that was made is given to others
   * @param patienceNanos how long making one may take
   */
  Shared(long freshNanos, long patienceNanos, LongSupplier nowNanos, Maker<T> maker) {
    this.freshNanos = freshNanos;
    this.patienceNanos = patienceNanos;
    this.nowNanos = nowNanos;
    this.maker = maker;
  }

  /** Calls {@code then} once, at once if there is a fresh one. */
  void get(Consumer<Optional<T>> then) {
    long now = nowNanos.getAsLong();
    if (latest.isPresent() && now - madeAtNanos < freshNanos) {
      then.accept(latest);
    } else if (waiting.size() >= MAX_WAITING) {
      then.accept(Optional.empty());
    } else {
      waiting.add(then);
      if (waiting.size() == 1) {
        begin(now);
      }
    }
  }

  /** When what is being made has taken too long, or {@link Long#MAX_VALUE}. */
  long deadlineNanos() {
    return waiting.isEmpty() ? Long.MAX_VALUE : deadlineNanos;
  }

  /** Waits no longer for what has taken too long: what is there so far has to do. */
  void expire() {
    if (nowNanos.getAsLong() >= deadlineNanos()) {
      finish(attempts, soFar.get());
    }
  }

  private void begin(long now) {
    deadlineNanos = now + patienceNanos;
    soFar = Optional::empty;
    int attempt = ++attempts;
    Supplier<Optional<T>> unfinished = maker.begin(made -> finish(attempt, made));
    if (attempt == attempts) {
      soFar = unfinished;
    }
  }

  private void finish(int attempt, Optional<T> made) {
    if (attempt != attempts) {
      return;
    }
    attempts++;
    latest = made;
    madeAtNanos = nowNanos.getAsLong();
    List<Consumer<Optional<T>>> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(then -> then.accept(made));
  }
}
