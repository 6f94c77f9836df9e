package org.lagroups.multicast.relay.parent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.Route;

/** What speaks against a member as a relay. */
final class Conduct {

  /** So many chunks that it had and did not pass on make it a dropper. */
  static final int MAX_BLAMES = 8;

  /** So many nodes that refuse what it passes on make it a corrupter. */
  static final int MAX_ACCUSERS = 2;

  /** Blames are halved so often, so that an unlucky member is not remembered for ever. */
  private static final long HALVED_NANOS = 10_000_000_000L;

  /** Nodes, not numbers: who leaves and comes again is no second witness. */
  private final Set<NodeId> accusers = new LinkedHashSet<>();

  private long blamers;
  private int blames;
  private long halvedNanos;
  private boolean isCorrupter;
  private boolean isDropper;
  private boolean isOnProbation;
  private long probationEndNanos;

  /** What an accusation is worth. */
  enum Accusation {
    /** Known before, or one of too many. */
    NOTHING,
    /** One node's word, which counts between the two. */
    NEWS,
    /** It is a corrupter by that, or one more says so. */
    CORRUPTS
  }

  /** It was barred before, and relays nothing until then. */
  void probation(long endNanos) {
    isOnProbation = true;
    probationEndNanos = endNanos;
  }

  /** Ends a probation that is over; false if there is none. */
  boolean endProbation(long nowNanos) {
    boolean ends = isOnProbation && nowNanos - probationEndNanos >= 0;
    isOnProbation &= !ends;
    return ends;
  }

  /** Whether it relays nothing, for now at least. */
  boolean isBarred() {
    return isCorrupter || isDropper || isOnProbation;
  }

  /** Whether enough nodes have refused what it passed on. */
  boolean isCorrupter() {
    return isCorrupter;
  }

  /** Whether a node has refused what it passed on. */
  boolean isAccusedBy(NodeId node) {
    return accusers.contains(node);
  }

  /** All who have refused what it passed on. */
  List<NodeId> accusers() {
    return List.copyOf(accusers);
  }

  /** All who did not get what it should have passed on. */
  long blamers() {
    return blamers;
  }

  /**
   * A member has refused what it passed on.
   *
   * @param members how many there are
   */
  Accusation accuse(NodeId member, int members) {
    boolean isNews = accusers.size() < Route.MAX_MEMBERS && accusers.add(member);
    boolean isEnough = accusers.size() >= Math.min(MAX_ACCUSERS, Math.max(1, members - 1));
    if (isEnough && (isNews || !isCorrupter)) {
      isCorrupter = true;
      return Accusation.CORRUPTS;
    }
    return isNews ? Accusation.NEWS : Accusation.NOTHING;
  }

  /**
   * It has a chunk and has not passed it on to these, though nothing waits at it.
   *
   * @return whether that makes it a dropper
   */
  boolean blame(long members, long nowNanos) {
    if (nowNanos - halvedNanos >= HALVED_NANOS) {
      halvedNanos = nowNanos;
      blames /= 2;
    }
    blames++;
    blamers |= members;
    boolean isFoundOut = !isBarred() && blames >= MAX_BLAMES;
    isDropper |= isFoundOut;
    return isFoundOut;
  }
}
