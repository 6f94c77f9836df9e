package org.lagroups.multicast.relay.child;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.flow.WantBudget;
import org.lagroups.multicast.relay.held.Asked;
import org.lagroups.multicast.relay.held.SequenceSet;
import org.lagroups.multicast.wire.RelayMessage.Want;

/** Asks for chunks that should be there: siblings first, as the parent has enough to do. */
final class Fetcher {

  /** The most chunks that one neighbour is asked for at a time. */
  static final int MAX_OF_ONE = 64;

  private static final long ANSWER_NANOS = 2_000_000_000;

  private final Wiring wiring;
  private final Siblings siblings;
  private final SequenceSet had;
  private final Asked asked = new Asked(ANSWER_NANOS);
  private final Map<NodeId, WantBudget> budgets = new TreeMap<>();
  private long missed;
  private long missedBelow;

  Fetcher(Wiring wiring, Siblings siblings, SequenceSet had) {
    this.wiring = wiring;
    this.siblings = siblings;
    this.had = had;
  }

  /** How many chunks were ever missing when they should have been there. */
  long missed() {
    return missed;
  }

  /** A chunk has come. */
  void settle(long sequence) {
    asked.settle(sequence);
  }

  /** Forgets what a neighbour was asked for. */
  void forget(NodeId neighbour) {
    asked.forget(neighbour);
    budgets.remove(neighbour);
  }

  /** Forgets what anybody was asked for. */
  void forgetAll() {
    List.copyOf(budgets.keySet()).forEach(this::forget);
  }

  /** Asks for what is missing below {@code due}. */
  void work(long nowNanos, long due) {
    asked.settleBelow(had.below());
    asked.expire(nowNanos);
    Map<NodeId, List<Long>> wanted = new TreeMap<>();
    int room = asked.room();
    for (long next = had.nextMissing(had.below());
        room > 0 && next < due && had.reaches(next);
        next = had.nextMissing(next + 1)) {
      if (next >= missedBelow) {
        missed++;
        missedBelow = next + 1;
      }
      Neighbour holder = asked.isAsked(next) ? null : holder(next);
      if (holder != null) {
        asked.ask(next, holder.node(), nowNanos);
        wanted.computeIfAbsent(holder.node(), n -> new ArrayList<>()).add(next);
        room--;
      }
    }
    wanted.forEach((holder, sequences) -> ask(nowNanos, holder, sequences));
  }

  /** Who is to be asked: of the siblings that have it one that was asked for least. */
  private @Nullable Neighbour holder(long sequence) {
    List<Neighbour> best = new ArrayList<>();
    int least = MAX_OF_ONE;
    for (Neighbour neighbour : siblings.all()) {
      if (neighbour != siblings.parent() && neighbour.has(sequence)) {
        int asks = asked.of(neighbour.node());
        if (asks < least) {
          best.clear();
          least = asks;
        }
        if (asks == least && asks < MAX_OF_ONE) {
          best.add(neighbour);
        }
      }
    }
    if (!best.isEmpty()) {
      return best.get(wiring.random(best.size()));
    }
    Neighbour parent = siblings.parent();
    return parent.has(sequence) && asked.of(parent.node()) < MAX_OF_ONE ? parent : null;
  }

  private void ask(long nowNanos, NodeId holder, List<Long> sequences) {
    WantBudget budget = budgets.computeIfAbsent(holder, n -> new WantBudget(nowNanos));
    int at = 0;
    while (at < sequences.size()) {
      long first = sequences.get(at++);
      long others = 0;
      while (at < sequences.size() && sequences.get(at) - first <= Long.SIZE) {
        others |= 1L << (sequences.get(at++) - first - 1);
      }
      if (budget.take(nowNanos)) {
        wiring.tell(holder, new Want(wiring.stream(), first, others));
      }
    }
  }
}
