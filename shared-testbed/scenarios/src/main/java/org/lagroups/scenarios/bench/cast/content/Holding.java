package org.lagroups.scenarios.bench.cast.content;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.lagroups.machine.Bytes;

/** The chunks that a node has. */
public final class Holding {

  private final SharedFile file;
  private final Map<Integer, Bytes> chunks = new HashMap<>();

  /** Without any chunk. */
  public Holding(SharedFile file) {
    this.file = file;
  }

  /** What it is of. */
  public SharedFile file() {
    return file;
  }

  /** All chunks, as the source has them. */
  public void fill() {
    for (int i = 0; i < file.chunks(); i++) {
      put(i, file.chunk(i));
    }
  }

  /**
   * Adds a chunk; whether it was missing.
   *
   * @throws IllegalStateException if it is not what it should be
   */
  public boolean put(int number, Bytes chunk) {
    if (!chunk.equals(file.chunk(number))) {
      throw new IllegalStateException("chunk %d has been altered".formatted(number));
    }
    synchronized (this) {
      if (chunks.containsKey(number)) {
        return false;
      }
      chunks.put(number, chunk);
      notifyAll();
      return true;
    }
  }

  /** Waits until it has a chunk. */
  public synchronized Bytes await(int number) throws InterruptedException {
    Bytes chunk = chunks.get(number);
    while (chunk == null) {
      wait();
      chunk = chunks.get(number);
    }
    return chunk;
  }

  /** Waits until it has them all; whether that came in time. */
  public synchronized boolean awaitWhole(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (chunks.size() < file.chunks()) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
