package org.lagroups.wormguard.runtime.gate;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.enforce.FailPolicy;
import org.lagroups.wormguard.enforce.Overload;
import org.lagroups.wormguard.enforce.Treatment;
import org.lagroups.wormguard.runtime.bypass.KernelBridge;
import org.lagroups.wormguard.runtime.wire.FrameBatch;
import org.lagroups.wormguard.runtime.wire.PacketSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes frames from either of two interfaces to the other, in order, if the judge lets them. One
 * thread does it all, so the two directions of a flow are judged in the order in which they came.
 *
 * <p>A frame goes on as it came: with its tags, and with what the kernel has still to do for it. An
 * interface that goes is waited for.
 */
public final class Bridge {

  private static final Logger LOG = LoggerFactory.getLogger(Bridge.class);
  private static final int WAIT_MILLIS = 50;

  /** After so many faults a new process is better than this one. */
  private static final int MOST_FAULTS = 1_000;

  private static final long TEND_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long BYPASS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final PacketSocket left;
  private final PacketSocket right;
  private final Optional<KernelBridge> bypass;
  private final FrameJudge judge;
  private final FailPolicy policy;
  private final Overload overload;
  private final FrameBatch fromLeft = new FrameBatch();
  private final FrameBatch fromRight = new FrameBatch();

  private volatile boolean isStopped;
  private final AtomicLong beats = new AtomicLong();
  private volatile BridgeCounts counts = BridgeCounts.NONE;
  private boolean isWhole = true;
  private long frames;
  private long bytes;
  private long forwarded;
  private long dropped;
  private long unjudged;
  private long faults;

  /**
   * Between two interfaces.
   *
   * @param bypass what lets frames through without this, if something is to
   */
  public Bridge(
      PacketSocket left,
      PacketSocket right,
      Optional<KernelBridge> bypass,
      FrameJudge judge,
      FailPolicy policy) {
    this.left = left;
    this.right = right;
    this.bypass = bypass;
    this.judge = judge;
    this.policy = policy;
    this.overload = new Overload(policy, BYPASS_NANOS);
  }

  /**
   * Bridges until {@link #stop}.
   *
   * @throws IOException if it cannot go on, with the reason for people: what shuts the kernel's
   *     bridge is gone, or an interface that came back cannot be put there again
   */
  public void run() throws IOException {
    long tended = System.nanoTime();
    while (!isStopped) {
      PacketSocket.await(left, right, WAIT_MILLIS);
      long now = nanos();
      pass(left, fromLeft, right, now);
      pass(right, fromRight, left, now);
      beats.set(beats.getPlain() + 1);
      if (System.nanoTime() - tended >= TEND_NANOS) {
        tended = System.nanoTime();
        tend(now);
      }
    }
  }

  /** Lets {@link #run} return soon. Any thread. */
  public void stop() {
    isStopped = true;
  }

  /** What it did, as of a moment ago. Any thread. */
  public BridgeCounts counts() {
    return counts;
  }

  /** Whether it has ended, or is to. Any thread. */
  boolean isStopped() {
    return isStopped;
  }

  /** A number that grows as long as there is progress. Any thread. */
  long beats() {
    return beats.get();
  }

  private void pass(PacketSocket from, FrameBatch batch, PacketSocket to, long now) {
    if (!from.receive(batch)) {
      isWhole = false;
    }
    if (batch.count() == 0) {
      return;
    }
    for (int i = 0; i < batch.count(); i++) {
      if (treatment(batch, i, now) == Treatment.FORWARD) {
        batch.keep(i);
      } else {
        dropped++;
      }
    }
    frames += batch.count();
    if (batch.kept() > 0) {
      forwarded += to.send(batch);
    }
  }

  private Treatment treatment(FrameBatch batch, int frame, long now) {
    int length = batch.length(frame);
    bytes += length;
    if (length == 0) {
      // Too long to be held as a whole, so that it can be neither judged nor sent on.
      unjudged++;
      return Treatment.DROP;
    }
    if (overload.isBypassing(now)) {
      unjudged++;
      return Treatment.FORWARD;
    }
    int sealed = batch.seal(frame);
    try {
      return judge.judge(batch.memory(), batch.offset(frame), length, now);
    } catch (RuntimeException e) {
      return failed(e);
    } finally {
      batch.unseal(frame, sealed);
    }
  }

  private Treatment failed(RuntimeException fault) {
    if (faults == 0) {
      LOG.atError().setCause(fault).log("a fault in this program: a frame could not be judged");
    }
    faults++;
    unjudged++;
    return policy.treatment();
  }

  private void tend(long now) throws IOException {
    if (faults >= MOST_FAULTS) {
      throw new IOException("%d frames could not be judged for faults".formatted(faults));
    }
    overload.lost(left.takeLost() + right.takeLost(), now);
    attach();
    judge.tend(now);
    counts =
        new BridgeCounts(
            frames,
            bytes,
            forwarded,
            dropped,
            unjudged,
            faults,
            left.lost() + right.lost(),
            left.notSent() + right.notSent(),
            overload.times());
  }

  private void attach() throws IOException {
    if (bypass.isPresent() && !bypass.get().isShut()) {
      throw new IOException("the nft process that keeps the kernel's bridge shut has ended");
    }
    boolean isLeft = left.attach();
    boolean isAttached = right.attach() && isLeft;
    if (isAttached && !isWhole) {
      if (bypass.isPresent()) {
        bypass.get().hold();
      }
      LOG.info("both interfaces are there again");
    } else if (!isAttached && isWhole) {
      LOG.warn("an interface is gone; waiting for it");
    }
    isWhole = isAttached;
  }

  private static long nanos() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }
}
