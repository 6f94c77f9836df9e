package org.lagroups.multicast.protocol.drive;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.tree.port.RelayQuality;

/** What the distribution of one stream has found out about a node's neighbours. */
public final class StreamQuality implements RelayQuality {

  /** A parent that brings nothing new for so long, though it has more, has failed. */
  static final long STARVED_MILLIS = 10_000;

  /** For so long it is remembered who failed, unless that one has left meanwhile. */
  static final long MEMORY_MILLIS = 60_000;

  /** The most that are remembered. */
  static final int MAX_FAILED = 128;

  private static final int BITS_PER_BYTE = 8;

  private final Environment<?> environment;
  private final Distributor distributor;
  private final Map<NodeId, Long> failedNanos = new TreeMap<>();
  private @Nullable Member member;

  public StreamQuality(Environment<?> environment, Distributor distributor) {
    this.environment = environment;
    this.distributor = distributor;
  }

  /** The side towards the parent is there. */
  public void receivesAs(Member receiving) {
    member = receiving;
  }

  /** Somebody does not do its part. */
  public void judged(RelayVerdict verdict) {
    switch (verdict.reason()) {
      case CORRUPTS, DROPS -> failed(verdict.relay());
      case SILENT, SLOW -> {} // who is silent the tree notices by itself; being slow is no fault
    }
  }

  /** Somebody fails the node's own tests. */
  void failed(NodeId node) {
    if (failedNanos.size() < MAX_FAILED) {
      failedNanos.putIfAbsent(node, environment.elapsedNanos());
    }
  }

  /** Somebody is no longer a neighbour: what it did counts no more, as it begins again. */
  void gone(NodeId node) {
    failedNanos.remove(node);
  }

  @Override
  public boolean parentDelivers() {
    Member receiving = member;
    return receiving == null
        || (receiving.starvedNanos() < TimeUnit.MILLISECONDS.toNanos(STARVED_MILLIS)
            && !droppers().contains(receiving.parent()));
  }

  @Override
  public Set<NodeId> droppers() {
    long oldest = environment.elapsedNanos() - TimeUnit.MILLISECONDS.toNanos(MEMORY_MILLIS);
    failedNanos.values().removeIf(nanos -> nanos < oldest);
    return new TreeSet<>(failedNanos.keySet());
  }

  @Override
  public OptionalLong uplinkBitsPerSecond() {
    Member receiving = member;
    double sent =
        distributor.sentBytesPerSecond() + (receiving == null ? 0 : receiving.sentBytesPerSecond());
    return sent >= 1 ? bits((long) sent) : OptionalLong.empty();
  }

  @Override
  public OptionalLong uplinkOf(NodeId neighbour) {
    OptionalLong seen = distributor.seenBytesPerSecond(neighbour);
    Member receiving = member;
    if (seen.isEmpty() && receiving != null) {
      seen = receiving.receivedBytesPerSecond(neighbour);
    }
    return seen.isPresent() ? bits(seen.getAsLong()) : seen;
  }

  @Override
  public OptionalLong roundTripMicros(NodeId neighbour) {
    OptionalLong took = distributor.roundTripMicros(neighbour);
    Member receiving = member;
    if (took.isEmpty() && receiving != null) {
      took = receiving.roundTripMicros(neighbour);
    }
    return took.isPresent() ? OptionalLong.of(rounded(took.getAsLong())) : took;
  }

  @Override
  public long nextSequence() {
    return member == null ? 0 : member.below();
  }

  private static OptionalLong bits(long bytes) {
    return OptionalLong.of(rounded(bytes * BITS_PER_BYTE));
  }

  /** Two leading bits are enough, and do not change all the time. */
  private static long rounded(long value) {
    long one = Long.highestOneBit(value);
    return one + (value & one >> 1);
  }
}
