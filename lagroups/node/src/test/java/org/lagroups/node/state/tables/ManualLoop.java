package org.lagroups.node.state.tables;

import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A loop that runs when it is told to; work may come from any thread. */
public final class ManualLoop implements LoopTimer {

  private final Deque<Runnable> due = new ConcurrentLinkedDeque<>();
  private final Deque<Runnable> later = new ConcurrentLinkedDeque<>();

  @Override
  public void execute(Runnable work) {
    due.add(work);
  }

  @Override
  public void schedule(long delayMillis, Runnable work) {
    later.add(work);
  }

  /** Runs what is due until nothing is. */
  public void run() {
    while (!due.isEmpty()) {
      due.remove().run();
    }
  }

  /** Runs the first that is due. */
  void runOne() {
    due.remove().run();
  }

  /** Lets time pass until everything scheduled so far is due, and runs it. */
  public void runLater() {
    due.addAll(later);
    later.clear();
    run();
  }
}
