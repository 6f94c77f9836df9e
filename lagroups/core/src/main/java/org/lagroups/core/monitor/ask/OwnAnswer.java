package org.lagroups.core.monitor.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;

/**
 * This node's answer to one question: found out at most once in {@link #FRESH_NANOS}, however many
 * want it, and kept as long.
 */
final class OwnAnswer {

  /** For so long an answer is given again. */
  static final long FRESH_NANOS = 10_000_000_000L;

  /** So many at most wait for an answer; it is not given to others. */
  static final int MAX_WAITING = 128;

  private final Question question;
  private final AnswerSource source;
  private final List<Consumer<Optional<Bytes>>> waiting = new ArrayList<>();
  private Optional<Bytes> answer = Optional.empty();
  private boolean isKnown;
  private boolean isSought;
  private long foundNanos;

  OwnAnswer(Question question, AnswerSource source) {
    this.question = question;
    this.source = source;
  }

  /** Gives the answer, now or when it is found. */
  void give(long nowNanos, Consumer<Optional<Bytes>> taker) {
    if (isKnown && nowNanos - foundNanos < FRESH_NANOS) {
      taker.accept(answer);
    } else if (waiting.size() < MAX_WAITING) {
      waiting.add(taker);
      seek(nowNanos);
    }
  }

  private void seek(long nowNanos) {
    if (!isSought) {
      isSought = true;
      source.find(question, found -> onFound(found, nowNanos));
    }
  }

  private void onFound(Optional<Bytes> found, long soughtNanos) {
    isSought = false;
    isKnown = true;
    answer = found;
    foundNanos = soughtNanos;
    List<Consumer<Optional<Bytes>>> takers = List.copyOf(waiting);
    waiting.clear();
    takers.forEach(taker -> taker.accept(found));
  }
}
