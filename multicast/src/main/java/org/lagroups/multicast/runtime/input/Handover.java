package org.lagroups.multicast.runtime.input;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;

/**
 * A bounded queue from a thread that reads to the loop, which says how much it wants. Either the
 * thread waits while it is full, or the oldest is dropped.
 */
final class Handover {

  private final Executor loop;
  private final Consumer<InputEvent> listener;
  private final int capacityBytes;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();
  private final ArrayDeque<Bytes> pieces = new ArrayDeque<>();
  private final ArrayDeque<InputEvent> asides = new ArrayDeque<>();
  private @Nullable InputEvent last;
  private long queuedBytes;
  private long wanted;
  private boolean isDraining;
  private boolean isClosed;
  private boolean isSilent;
  private long bytes;
  private long droppedPieces;
  private long droppedBytes;
  private long foreign;

  Handover(Executor loop, Consumer<InputEvent> listener, int capacityBytes) {
    this.loop = loop;
    this.listener = listener;
    this.capacityBytes = capacityBytes;
  }

  /** Adds a piece, and waits while there is no room for it; false if nobody wants it any more. */
  boolean put(Bytes piece) throws InterruptedException {
    lock.lock();
    try {
      while (!isClosed && isFullFor(piece)) {
        room.await();
      }
      return add(piece);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a piece; if there is no room, the oldest make it. False if nobody wants it any more. */
  boolean putDroppingOldest(Bytes piece) {
    lock.lock();
    try {
      while (isFullFor(piece)) {
        Bytes oldest = pieces.remove();
        queuedBytes -= oldest.length();
        droppedPieces++;
        droppedBytes += oldest.length();
      }
      return add(piece);
    } finally {
      lock.unlock();
    }
  }

  /** Counts something that is left out, and tells so the first time. */
  void leaveOut(InputEvent.Foreign event) {
    lock.lock();
    try {
      if (foreign++ == 0) {
        asides.add(event);
        drainSoon();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends it: told when all pieces have been handed over. */
  void end(InputEvent event) {
    lock.lock();
    try {
      if (last == null) {
        last = event;
        drainSoon();
      }
    } finally {
      lock.unlock();
    }
  }

  void request(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("no negative number of pieces: " + count);
    }
    lock.lock();
    try {
      wanted += count;
      drainSoon();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the loop wants something that is not there. */
  boolean isWaiting() {
    lock.lock();
    try {
      return !isClosed && last == null && wanted > 0 && pieces.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing more comes. */
  boolean isOver() {
    lock.lock();
    try {
      return isClosed || last != null;
    } finally {
      lock.unlock();
    }
  }

  /** On the loop: nothing is told any more. */
  void close() {
    lock.lock();
    try {
      isClosed = true;
      isSilent = true;
      pieces.clear();
      queuedBytes = 0;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  InputCounts counts() {
    lock.lock();
    try {
      return new InputCounts(bytes, droppedPieces, droppedBytes, foreign);
    } finally {
      lock.unlock();
    }
  }

  /** A piece that is longer than the whole queue goes in alone. */
  private boolean isFullFor(Bytes piece) {
    return !pieces.isEmpty() && queuedBytes + piece.length() > capacityBytes;
  }

  private boolean add(Bytes piece) {
    if (isClosed) {
      return false;
    }
    pieces.add(piece);
    queuedBytes += piece.length();
    bytes += piece.length();
    drainSoon();
    return true;
  }

  private void drainSoon() {
    boolean isWork = (wanted > 0 && !pieces.isEmpty()) || last != null || !asides.isEmpty();
    if (isWork && !isDraining && !isSilent) {
      isDraining = true;
      loop.execute(this::drain);
    }
  }

  private void drain() {
    boolean isDone = false;
    try {
      InputEvent event = next();
      while (event != null) {
        listener.accept(event);
        event = next();
      }
      isDone = true;
    } finally {
      if (!isDone) {
        goOn();
      }
    }
  }

  /** A listener that threw must not be the end of the input. */
  private void goOn() {
    lock.lock();
    try {
      isDraining = false;
      drainSoon();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable InputEvent next() {
    lock.lock();
    try {
      InputEvent event = isSilent ? null : poll();
      isDraining = event != null;
      return event;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable InputEvent poll() {
    if (!asides.isEmpty()) {
      return asides.remove();
    }
    if (!pieces.isEmpty()) {
      if (wanted == 0) {
        return null;
      }
      Bytes piece = pieces.remove();
      queuedBytes -= piece.length();
      wanted--;
      room.signalAll();
      return new InputEvent.Piece(piece);
    }
    isSilent = last != null;
    return last;
  }
}
