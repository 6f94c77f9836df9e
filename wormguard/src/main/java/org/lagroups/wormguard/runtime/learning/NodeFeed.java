package org.lagroups.wormguard.runtime.learning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.learn.signature.Signature;

/**
 * Passes on to a node what is learned, so that whoever reads packets never waits for it: ordinary
 * payloads in batches, and then signatures, which are offered until the node has come to a
 * decision. All in bounded memory: if the node does not answer, the oldest payloads are lost.
 *
 * <p>Any thread may give; one thread of its own sends.
 */
public final class NodeFeed {

  /** The most payloads that wait. */
  public static final int MOST_PAYLOADS = 2_048;

  /** The most signatures that wait; more are told as not offered. */
  public static final int MOST_SIGNATURES = 256;

  private static final long LOOK_MILLIS = 500;

  private final NodePort port;
  private final Listener listener;
  private final long retryNanos;
  private final Thread thread;
  private final Semaphore wake = new Semaphore(0);
  private final Object lock = new Object();
  private final Deque<PayloadSample> payloads = new ArrayDeque<>();
  private final List<Waiting> signatures = new ArrayList<>();
  private boolean isEnding;
  private long given;
  private long lost;

  /** Is told what came of offering a signature, once for each, by any thread. */
  public interface Listener {

    /** The last word about it. */
    void told(Signature signature, NodePort.Outcome outcome);
  }

  /** A signature that waits; {@code next} is when it is offered, in nanoseconds of the JVM. */
  private record Waiting(Signature signature, long next, NodePort.Outcome last) {}

  /**
   * Begins.
   *
   * @param retry how long until what could not be decided is offered again
   */
  public NodeFeed(NodePort port, Duration retry, Listener listener) {
    this.port = port;
    this.listener = listener;
    this.retryNanos = retry.toNanos();
    this.thread = Thread.ofPlatform().daemon().name("lag-guard-learn-feed").start(this::run);
  }

  /** Offers a signature, soon. */
  public void offer(Signature signature) {
    synchronized (lock) {
      if (signatures.size() < MOST_SIGNATURES) {
        signatures.add(
            new Waiting(
                signature, System.nanoTime(), new NodePort.Outcome.Away("no time was left")));
        wake.release();
        return;
      }
    }
    listener.told(signature, new NodePort.Outcome.Away("too many wait to be offered"));
  }

  /** Gives a payload of ordinary traffic, soon. */
  public void ordinary(PayloadSample payload) {
    synchronized (lock) {
      if (payloads.size() == MOST_PAYLOADS) {
        payloads.removeFirst();
        lost++;
      }
      payloads.addLast(payload);
      if (payloads.size() == AddBenign.MOST) {
        wake.release();
      }
    }
  }

  /**
   * Ends it: what waits is sent, and each signature offered for a last time. Those that come to no
   * decision within the patience are told as they were last.
   */
  public void finish(Duration patience) {
    synchronized (lock) {
      isEnding = true;
    }
    wake.release();
    try {
      thread.join(patience);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    List<Waiting> left;
    synchronized (lock) {
      left = List.copyOf(signatures);
      signatures.clear();
      lost += payloads.size();
      payloads.clear();
    }
    left.forEach(one -> listener.told(one.signature(), one.last()));
  }

  /** How many payloads the node has been given. */
  public long given() {
    synchronized (lock) {
      return given;
    }
  }

  /** How many payloads were lost, as the node did not take them in time. */
  public long lost() {
    synchronized (lock) {
      return lost;
    }
  }

  private void run() {
    try {
      boolean isLast = false;
      while (!isLast) {
        isLast = awaitWork();
        giveAll();
        offerAll(isLast);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns whether it is to end. */
  private boolean awaitWork() throws InterruptedException {
    if (wake.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      wake.drainPermits();
    }
    synchronized (lock) {
      return isEnding;
    }
  }

  private List<PayloadSample> batch() {
    synchronized (lock) {
      List<PayloadSample> some = new ArrayList<>();
      while (!payloads.isEmpty() && some.size() < AddBenign.MOST) {
        some.add(payloads.removeFirst());
      }
      return some;
    }
  }

  /** What comes after a batch that the node did not take waits for the next time. */
  private void giveAll() {
    List<PayloadSample> some = batch();
    while (!some.isEmpty()) {
      some = give(some) ? batch() : List.of();
    }
  }

  private boolean give(List<PayloadSample> some) {
    boolean isGiven = port.give(some);
    synchronized (lock) {
      given += isGiven ? some.size() : 0;
      lost += isGiven ? 0 : some.size();
    }
    return isGiven;
  }

  private void offerAll(boolean isLast) {
    List<Waiting> due;
    synchronized (lock) {
      long now = System.nanoTime();
      due = signatures.stream().filter(one -> isLast || now - one.next() >= 0).toList();
    }
    for (Waiting one : due) {
      NodePort.Outcome outcome = port.offer(one.signature());
      boolean isOpen =
          outcome instanceof NodePort.Outcome.Undecided || outcome instanceof NodePort.Outcome.Away;
      boolean isMine;
      synchronized (lock) {
        isMine = signatures.remove(one);
        if (isMine && isOpen && !isLast) {
          signatures.add(new Waiting(one.signature(), System.nanoTime() + retryNanos, outcome));
        }
      }
      if (isMine && (isLast || !isOpen)) {
        listener.told(one.signature(), outcome);
      }
    }
  }
}
