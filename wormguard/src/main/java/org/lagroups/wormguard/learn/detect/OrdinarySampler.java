package org.lagroups.wormguard.learn.detect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.packet.Packet;

/**
 * Chooses payloads of ordinary traffic, on which signatures can be tried: of each second of the
 * packets' own clock up to {@link #MOST_A_SECOND}, each with the same chance (Vitter's algorithm
 * R). They are held back for a while, so that those of what is found to spread meanwhile are left
 * out.
 *
 * <p>Memory is bounded: some 2 MiB. One thread.
 */
final class OrdinarySampler {

  /** The most that are chosen of a second. */
  static final int MOST_A_SECOND = 16;

  /** How long they are held back, in nanoseconds. */
  static final long HELD_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The most that are held back: those of that time. */
  static final int MOST_HELD = MOST_A_SECOND * 60;

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final RandomGenerator random;
  private final Predicate<PayloadSample> isWorm;
  private final Consumer<PayloadSample> sink;
  private final PayloadSample[] chosen = new PayloadSample[MOST_A_SECOND];
  private final Deque<Held> held = new ArrayDeque<>();
  private long second = Long.MIN_VALUE;
  private long seen;

  private record Held(PayloadSample payload, long second) {}

  /**
   * One that has seen nothing.
   *
   * @param isWorm asked of each payload when it is no longer held back
   */
  OrdinarySampler(
      RandomGenerator random, Predicate<PayloadSample> isWorm, Consumer<PayloadSample> sink) {
    this.random = random;
    this.isWorm = isWorm;
    this.sink = sink;
  }

  /** A packet has passed that nothing is held against. */
  void take(Packet packet, FlowState flow) {
    if ((!packet.isTcp() && !packet.isUdp()) || packet.payloadLength() == 0) {
      return;
    }
    long now = Math.floorDiv(packet.nanos(), SECOND);
    if (now != second) {
      endSecond(now);
    }
    long place = seen < MOST_A_SECOND ? seen : random.nextLong(seen + 1);
    seen++;
    if (place < MOST_A_SECOND) {
      chosen[(int) place] = Sampling.of(packet, flow, 0);
    }
  }

  /** No more packets come: nothing is held back any longer. */
  void finish() {
    endSecond(second);
    while (!held.isEmpty()) {
      give();
    }
  }

  private void endSecond(long next) {
    int count = (int) Math.min(seen, MOST_A_SECOND);
    Arrays.stream(chosen, 0, count).forEach(payload -> held.addLast(new Held(payload, second)));
    seen = 0;
    second = next;
    while (!held.isEmpty()
        && (held.size() > MOST_HELD || next - held.getFirst().second() >= HELD_NANOS / SECOND)) {
      give();
    }
  }

  private void give() {
    PayloadSample payload = held.removeFirst().payload();
    if (!isWorm.test(payload)) {
      sink.accept(payload);
    }
  }
}
