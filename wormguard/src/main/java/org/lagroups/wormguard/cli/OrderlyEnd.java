package org.lagroups.wormguard.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.runtime.guard.Guard;

/**
 * Ctrl-C of a guard: it stops, and the process ends once all is put in order, which closing this
 * says.
 *
 * <p>Waiting for the main thread instead would be in vain: it goes on to {@link System#exit}, which
 * does not return while a process ends.
 */
final class OrderlyEnd implements AutoCloseable {

  private static final long LONGEST_SECONDS = 10;

  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Thread hook;

  /** From now on Ctrl-C stops this guard. Called once at the most. */
  void stops(Guard guard) {
    hook = new Thread(() -> end(guard), "guard-end");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Lets the process end. */
  @Override
  public void close() {
    ended.countDown();
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // It runs already.
    }
  }

  private void end(Guard guard) {
    guard.stop();
    try {
      ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
