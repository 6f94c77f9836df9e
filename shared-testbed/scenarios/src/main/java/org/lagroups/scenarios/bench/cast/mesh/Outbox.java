package org.lagroups.scenarios.bench.cast.mesh;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What is to be sent to a neighbour. Requests go before chunks, which take long; news of chunks had
 * goes along with the next of these, or alone after a while, as each alone costs a packet. From any
 * thread.
 */
final class Outbox {

  private static final long NEWS_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final Deque<MeshMessage> urgent = new ArrayDeque<>();
  private final List<MeshMessage> news = new ArrayList<>();
  private final Set<Integer> wanted = new LinkedHashSet<>();
  private long newsSince;

  /** What is to be written next: messages, and then perhaps a chunk. */
  record Next(List<MeshMessage> messages, OptionalInt chunk) {}

  synchronized void add(MeshMessage message) {
    urgent.add(message);
    notifyAll();
  }

  synchronized void addNews(MeshMessage message) {
    if (news.isEmpty()) {
      newsSince = System.nanoTime();
    }
    news.add(message);
    notifyAll();
  }

  /** The neighbour wants a chunk. */
  synchronized void want(int chunk) {
    wanted.add(chunk);
    notifyAll();
  }

  /** The neighbour wants it no more, which may be too late. */
  synchronized void wantNoMore(int chunk) {
    wanted.remove(chunk);
  }

  /** Waits until there is something to be sent. */
  synchronized Next take() throws InterruptedException {
    for (Optional<Long> wait = waitNanos(); wait.isPresent(); wait = waitNanos()) {
      TimeUnit.NANOSECONDS.timedWait(this, wait.get());
    }
    List<MeshMessage> messages = new ArrayList<>(urgent);
    messages.addAll(news);
    urgent.clear();
    news.clear();
    OptionalInt chunk = wanted.stream().mapToInt(number -> number).findFirst();
    chunk.ifPresent(wanted::remove);
    return new Next(messages, chunk);
  }

  /** Until something has to be sent; none if that is now. */
  private Optional<Long> waitNanos() {
    if (!urgent.isEmpty() || !wanted.isEmpty()) {
      return Optional.empty();
    }
    long left = news.isEmpty() ? Long.MAX_VALUE : newsSince + NEWS_NANOS - System.nanoTime();
    return left > 0 ? Optional.of(left) : Optional.empty();
  }
}
