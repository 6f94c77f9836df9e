package org.lagroups.wormguard.cooperate.enforce;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.packet.Packet;

/**
 * Says of each match whether it blocks. For the one thread that judges packets; a packet without a
 * match costs it one addition.
 *
 * <p>A signature that would block more than its {@link BlockShare} is suspended from that packet on
 * until {@link #resume}, and the alarm is raised once: even one that many vouch for does not cut a
 * network off. Blocked packets are counted in slices of a sixth of the window.
 */
public final class BlockDecider {

  private static final int SLICES = 6;

  private final BlockShare limit;
  private final Consumer<SignatureId> alarm;
  private final long[] packets = new long[SLICES];
  private final Map<SignatureId, long[]> blocked = new HashMap<>();
  private final Set<SignatureId> suspended = new HashSet<>();
  private long slice = Long.MIN_VALUE;
  private int at;

  /**
   * Begins to count.
   *
   * @param alarm told of each signature that is suspended
   */
  public BlockDecider(BlockShare limit, Consumer<SignatureId> alarm) {
    this.limit = limit;
    this.alarm = alarm;
  }

  /** A packet has come, whatever becomes of it. */
  public void packet() {
    packets[at]++;
  }

  /**
   * Time has passed: to be called before a batch of packets.
   *
   * @param wallMillis wall-clock milliseconds; if they go back, counting goes on where it was
   */
  public void tick(long wallMillis) {
    long now = Math.floorDiv(wallMillis * SLICES, limit.windowMillis());
    if (slice == Long.MIN_VALUE) {
      slice = now;
    }
    for (long steps = Math.min(now - slice, SLICES); steps > 0; steps--) {
      at = (at + 1) % SLICES;
      packets[at] = 0;
      blocked.values().forEach(counts -> counts[at] = 0);
    }
    slice = Math.max(slice, now);
    blocked.values().removeIf(counts -> sum(counts) == 0);
  }

  /**
   * What becomes of a packet for which a signature of the set holds. It has been counted by {@link
   * #packet}.
   */
  public BlockDecision decide(
      EnforcedSet set, EnforcedSignature signature, Packet packet, long wallMillis) {
    SignatureId id = signature.id();
    if (wallMillis >= signature.untilMillis()) {
      return BlockDecision.LAPSED;
    }
    if (set.lists().signatures().contains(id) || set.lists().spares(packet)) {
      return BlockDecision.SPARED;
    }
    if (set.isDryRun() || signature.isDryRun()) {
      return BlockDecision.DRY_RUN;
    }
    if (suspended.contains(id)) {
      return BlockDecision.SUSPENDED;
    }
    long[] counts = blocked.computeIfAbsent(id, unseen -> new long[SLICES]);
    counts[at]++;
    if (isTooMuch(sum(counts), sum(packets))) {
      suspended.add(id);
      alarm.accept(id);
      return BlockDecision.SUSPENDED;
    }
    return BlockDecision.BLOCK;
  }

  /** The signatures that are suspended. */
  public Set<SignatureId> suspended() {
    return Set.copyOf(suspended);
  }

  /** A person has looked at it: the signature may block again, and counting begins anew. */
  public void resume(SignatureId id) {
    suspended.remove(id);
    blocked.remove(id);
  }

  private boolean isTooMuch(long some, long all) {
    return all >= limit.leastPackets() && some > limit.most() * all;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
