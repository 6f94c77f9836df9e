package org.lagroups.desktop.start;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what nobody has caught: logs it, and tells the user, who would otherwise wonder why nothing
 * happens. From any thread.
 */
final class Mishaps implements Thread.UncaughtExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  /** No more are logged: what fails in each frame would fill a disk. */
  static final int MOST_LOGGED = 20;

  private final Texts texts = Texts.of(Mishaps.class);
  private final Notices notices;
  private final Executor ui;

  private final AtomicInteger logged = new AtomicInteger();

  /** Telling may fail as well, and must not lead to telling of that. */
  private final AtomicBoolean isTelling = new AtomicBoolean();

  /**
   * For threads that have no handler of their own.
   *
   * @param ui runs what it is given on the JavaFX thread
   */
  Mishaps(Notices notices, Executor ui) {
    this.notices = notices;
    this.ui = ui;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    if (logged.incrementAndGet() <= MOST_LOGGED) {
      LOG.atError().setCause(fault).addKeyValue("thread", thread.getName()).log("not caught");
    }
    if (isTelling.compareAndSet(false, true)) {
      ui.execute(() -> {
        notices.tell(
            Kind.PROBLEM,
            texts.get("mishap", Problem.of(fault).message()),
            texts.get("mishap.hint"));
        isTelling.set(false);
      });
    }
  }
}
