package org.lagroups.simnet.engine;

/** The clock of a simulation and what is still to happen. Times are nanoseconds since its start. */
public final class Engine {

  private final EventHeap heap = new EventHeap();
  private long nowNanos;
  private long firedEvents;

  /** Virtual time: 0 when the simulation begins, never going back. */
  public long nowNanos() {
    return nowNanos;
  }

  /** How many events have been fired so far. */
  public long firedEvents() {
    return firedEvents;
  }

  /** How many events wait. */
  public int waitingEvents() {
    return heap.size();
  }

  /** Adds an event at a virtual time; a time that has passed means now. */
  public void at(long timeNanos, Event event) {
    heap.add(Math.max(timeNanos, nowNanos), event);
  }

  /** Adds an event {@code delayNanos} (0 or more) from now. */
  public void after(long delayNanos, Event event) {
    long time = nowNanos + Math.max(0, delayNanos);
    heap.add(time < 0 ? Long.MAX_VALUE : time, event);
  }

  /**
   * Fires the next event that is due at or before {@code limitNanos}; with none, moves the clock to
   * the limit.
   *
   * @return whether an event was fired
   */
  public boolean fireNext(long limitNanos) {
    long time = heap.firstTime();
    if (time > limitNanos) {
      nowNanos = Math.max(nowNanos, limitNanos);
      return false;
    }
    nowNanos = time;
    firedEvents++;
    heap.removeFirst().fire();
    return true;
  }
}
