package org.lagroups.node.runtime.core;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.node.runtime.NodeLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the arithmetic of endorsements on a thread of its own. Whoever waits for work that is not
 * done, or fails, is told so at once.
 */
final class SigningThread implements Offload, AutoCloseable {

  /** The most pieces of work that wait; what comes on top is not done. */
  static final int MAX_WAITING = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(SigningThread.class);

  private final NodeLoop loop;
  private final ThreadPoolExecutor thread;
  private volatile Optional<String> trouble = Optional.empty();

  SigningThread(NodeLoop loop) {
    this.loop = loop;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            work -> Thread.ofPlatform().name("lag-signing").daemon().unstarted(work));
    thread.allowCoreThreadTimeOut(true);
  }

  @Override
  public <T> void run(Supplier<T> work, Consumer<T> done, Runnable undone) {
    try {
      thread.execute(() -> attempt(work, done, undone));
    } catch (RejectedExecutionException e) {
      LOG.atWarn().log("too much to sign: an endorsement is left out");
      trouble = Optional.of("there is too much to sign");
      loop.execute(undone);
    }
  }

  /** Why the last piece of work was not done, if it was not. From any thread. */
  Optional<String> trouble() {
    return trouble;
  }

  /** Lets go of what has not begun. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private <T> void attempt(Supplier<T> work, Consumer<T> done, Runnable undone) {
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | LinkageError e) {
      LOG.atError().setCause(e).log("a fault in this program: signing failed");
      trouble = Optional.of("signing failed: " + e);
      loop.execute(undone);
      return;
    }
    trouble = Optional.empty();
    loop.execute(() -> done.accept(result));
  }
}
