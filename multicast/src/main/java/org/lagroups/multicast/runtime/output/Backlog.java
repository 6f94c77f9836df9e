package org.lagroups.multicast.runtime.output;

/**
 * How much waits to be written, and whether there is room for more. It may hold more than its
 * capacity, but less than one payload more. From any thread.
 */
public final class Backlog {

  private final int capacityBytes;
  private final Runnable full;
  private final Runnable room;
  private long waitingBytes;
  private boolean hasRefused;

  /**
   * Nothing waits.
   *
   * @param full called when something is refused for the first time since there was room
   * @param room called when half of it is free after that; both are quick, and come one after the
   *     other from whichever thread
   */
  public Backlog(int capacityBytes, Runnable full, Runnable room) {
    this.capacityBytes = capacityBytes;
    this.full = full;
    this.room = room;
  }

  /** Whether nothing more is to be added; counts as a refusal. */
  public synchronized boolean isFull() {
    boolean isFull = waitingBytes >= capacityBytes;
    if (isFull && !hasRefused) {
      hasRefused = true;
      full.run();
    }
    return isFull;
  }

  /** So much more waits. */
  public synchronized void add(int bytes) {
    waitingBytes += bytes;
  }

  /** So much waits no more. */
  public synchronized void remove(long bytes) {
    waitingBytes -= bytes;
    if (hasRefused && waitingBytes <= capacityBytes / 2) {
      hasRefused = false;
      room.run();
    }
  }

  /** How much waits. */
  public synchronized long waitingBytes() {
    return waitingBytes;
  }
}
