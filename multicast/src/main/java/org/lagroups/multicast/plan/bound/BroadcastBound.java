package org.lagroups.multicast.plan.bound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The greatest broadcast rate, by cutting planes: the shares that are best for the cuts known so
 * far, then the cuts that those shares break, which maximum flows find, until none is. Asked again,
 * it goes on from where it was, so that limits that differ little take few steps.
 */
public final class BroadcastBound {

  private static final double TOLERANCE = 1e-9;

  /** Rounds of cuts; a group of 32 takes at most ten. Fewer only leave the bound too high. */
  private static final int MAX_ROUNDS = 200;

  /** Constraints with which a programme goes on; each makes all its steps longer. */
  private static final int MAX_CONSTRAINTS = 300;

  private @Nullable CutProgram last;
  private List<Long> cuts = List.of();

  /**
   * Finds it.
   *
   * @param limits such that the rate is at most 1, and each node can be reached
   */
  public Allocation find(Limits limits) {
    CutProgram programme = last;
    last = null;
    if (programme == null
        || programme.constraints() > MAX_CONSTRAINTS
        || !programme.follow(limits)) {
      programme = begin(limits);
    }
    programme.solve();
    Flow flow = new Flow(limits.nodes());
    for (int round = 0; round < MAX_ROUNDS && cut(programme, limits, flow); round++) {
      programme.solve();
    }
    last = programme;
    cuts = programme.tightCuts();
    double[] shares = programme.shares();
    spread(limits, shares);
    return new Allocation(programme.rate(), shares, programme.prices());
  }

  /** Forgets all but the cuts. */
  public void renew() {
    last = null;
  }

  private CutProgram begin(Limits limits) {
    CutProgram programme = new CutProgram(limits);
    long receivers = limits.all() & ~(1L << limits.source());
    programme.cut(receivers);
    for (long left = receivers; left != 0; left &= left - 1) {
      programme.cut(Long.lowestOneBit(left));
    }
    cuts.stream().filter(cut -> (cut & ~receivers) == 0).forEach(programme::cut);
    return programme;
  }

  /** Adds the cuts that the shares break; false if they break none. */
  private static boolean cut(CutProgram programme, Limits limits, Flow flow) {
    double[] shares = programme.shares();
    double enough = programme.rate() - TOLERANCE;
    boolean broken = false;
    flow.within(shares);
    for (int sink = 0; sink < limits.nodes(); sink++) {
      if (sink != limits.source() && flow.find(limits.source(), sink, enough) < enough) {
        broken |= programme.cut(flow.sinkSide());
        broken |= programme.cut(flow.sinkSideOfLast());
      }
    }
    return broken;
  }

  /** What is left of an uplink goes to its links, too: whoever packs trees has more choice then. */
  private static void spread(Limits limits, double[] shares) {
    int n = limits.nodes();
    for (int from = 0; from < n; from++) {
      if (!limits.isFinite(limits.uplink(from))) {
        continue;
      }
      double left = limits.capacity(limits.uplink(from));
      double room = 0;
      for (int to = 0; to < n; to++) {
        left -= shares[from * n + to];
        room += limits.direct(from, to) - shares[from * n + to];
      }
      if (left > 0 && room > 0) {
        double part = Math.min(1, left / room);
        for (int to = 0; to < n; to++) {
          shares[from * n + to] +=
              part * Math.max(0, limits.direct(from, to) - shares[from * n + to]);
        }
      }
    }
  }
}
