package org.lagroups.multicast.runtime.output;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.lagroups.machine.Bytes;

/** A bounded queue of payloads from the loop to one thread that writes them. */
public final class PayloadQueue {

  private final Backlog backlog;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Bytes> payloads = new ArrayDeque<>();
  private boolean isEnded;
  private boolean isClosed;

  /** An empty one, which holds as much as {@code backlog} allows. */
  public PayloadQueue(Backlog backlog) {
    this.backlog = backlog;
  }

  /** Whether the next payload would be refused; counts as a refusal. */
  public boolean isFull() {
    return backlog.isFull();
  }

  /** Adds a payload; false if the queue is full, or was ended or closed. */
  public boolean offer(Bytes payload) {
    lock.lock();
    try {
      if (isClosed || isEnded || backlog.isFull()) {
        return false;
      }
      payloads.add(payload);
      backlog.add(payload.length());
      changed.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next payload, and waits for it at most so long; nothing if none came or it ended. */
  public Optional<Bytes> take(long maxMillis) throws InterruptedException {
    lock.lock();
    try {
      long nanos = TimeUnit.MILLISECONDS.toNanos(maxMillis);
      while (payloads.isEmpty() && !isEnded && !isClosed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      Optional<Bytes> next = Optional.ofNullable(payloads.poll());
      next.ifPresent(payload -> backlog.remove(payload.length()));
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Whether nothing is left and nothing more comes. */
  public boolean isDone() {
    lock.lock();
    try {
      return isClosed || (isEnded && payloads.isEmpty());
    } finally {
      lock.unlock();
    }
  }

  /** How much waits. */
  public long waitingBytes() {
    return backlog.waitingBytes();
  }

  /** Nothing more comes. */
  public void end() {
    lock.lock();
    try {
      isEnded = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets what waits, and takes nothing more. */
  public void close() {
    lock.lock();
    try {
      isClosed = true;
      payloads.clear();
      backlog.remove(backlog.waitingBytes());
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
