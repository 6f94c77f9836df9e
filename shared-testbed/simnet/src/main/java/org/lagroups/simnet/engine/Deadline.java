package org.lagroups.simnet.engine;

import java.util.Arrays;

/**
 * A time-out that is moved far more often than it expires, such as a timer or an idle time-out.
 *
 * <p>Moving it later costs nothing: the entry that is already in the queue, when its turn comes, is
 * put back for the later time. Only moving it earlier adds an entry, so the times of the entries
 * still in the queue form a stack with the earliest on top.
 */
public final class Deadline implements Event {

  private static final long NONE = Long.MAX_VALUE;

  private final Engine engine;
  private final Event action;
  private long[] entries = new long[2];
  private int entryCount;
  private long due = NONE;

  /** A deadline that is not set; {@code action} happens each time it expires. */
  public Deadline(Engine engine, Event action) {
    this.engine = engine;
    this.action = action;
  }

  public boolean isSet() {
    return due != NONE;
  }

  /** Expires {@code delayNanos} from now, and not when it was set to before. */
  public void setAfter(long delayNanos) {
    long time = engine.nowNanos() + Math.max(0, delayNanos);
    due = time < 0 ? NONE - 1 : time;
    ensureEntry();
  }

  public void clear() {
    due = NONE;
  }

  /** For the engine: the turn of the earliest entry has come. */
  @Override
  public void fire() {
    entryCount--;
    if (due > engine.nowNanos()) {
      if (due != NONE) {
        ensureEntry();
      }
      return;
    }
    due = NONE;
    action.fire();
  }

  private void ensureEntry() {
    if (entryCount > 0 && entries[entryCount - 1] <= due) {
      return;
    }
    if (entryCount == entries.length) {
      entries = Arrays.copyOf(entries, entryCount * 2);
    }
    entries[entryCount++] = due;
    engine.at(due, this);
  }
}
