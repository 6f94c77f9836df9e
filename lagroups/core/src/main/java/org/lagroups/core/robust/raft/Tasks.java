package org.lagroups.core.robust.raft;

import io.microraft.executor.RaftNodeExecutor;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The library's tasks, run on the node's loop: at once, after the current one, or when due. The
 * library keeps a handful of them; a task schedules itself anew.
 */
final class Tasks implements RaftNodeExecutor {

  private final Pace pace;
  private final LongSupplier elapsedNanos;
  private final Queue<Runnable> next = new ArrayDeque<>();
  private final PriorityQueue<Scheduled> later =
      new PriorityQueue<>(
          Comparator.comparingLong(Scheduled::dueNanos).thenComparingLong(Scheduled::number));
  private long number;

  private record Scheduled(long dueNanos, long number, Runnable task) {}

  Tasks(Pace pace, LongSupplier elapsedNanos) {
    this.pace = pace;
    this.elapsedNanos = elapsedNanos;
  }

  @Override
  public void execute(Runnable task) {
    task.run();
  }

  @Override
  public void submit(Runnable task) {
    next.add(task);
  }

  @Override
  public void schedule(Runnable task, long delay, TimeUnit unit) {
    long due = elapsedNanos.getAsLong() + pace.realNanos(unit.toNanos(delay));
    later.add(new Scheduled(due, number++, task));
  }

  /** Runs what is due by now, and what that submits. */
  void runDue() {
    long now = elapsedNanos.getAsLong();
    runSubmitted();
    for (Scheduled first = later.peek();
        first != null && first.dueNanos() <= now;
        first = later.peek()) {
      later.remove();
      first.task().run();
      runSubmitted();
    }
  }

  OptionalLong nextDueNanos() {
    Scheduled first = later.peek();
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.dueNanos());
  }

  private void runSubmitted() {
    for (Runnable task = next.poll(); task != null; task = next.poll()) {
      task.run();
    }
  }
}
