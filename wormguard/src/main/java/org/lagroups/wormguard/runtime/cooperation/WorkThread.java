package org.lagroups.wormguard.runtime.cooperation;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.group.endorse.Offload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one piece of work after another on a thread of its own, and says so if one is not done. */
final class WorkThread implements Offload, AutoCloseable {

  /** The most pieces of work that wait. */
  static final int MAX_WAITING = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(WorkThread.class);

  private final Executor loop;
  private final ThreadPoolExecutor thread;

  WorkThread(String name, Executor loop) {
    this.loop = loop;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            work -> Thread.ofPlatform().name(name).daemon().unstarted(work));
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Runnable undone) {
    try {
      thread.execute(() -> attempt(work, done, undone));
    } catch (RejectedExecutionException e) {
      loop.execute(undone);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private <T> void attempt(Supplier<T> work, Consumer<T> done, Runnable undone) {
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | LinkageError e) {
      LOG.atError().setCause(e).log("a fault in this program: work on signatures failed");
      loop.execute(undone);
      return;
    }
    loop.execute(() -> done.accept(result));
  }
}
