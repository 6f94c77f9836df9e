package org.lagroups.multicast.plan.bound;

import java.util.List;

/**
 * The greatest broadcast rate, by cutting planes: the shares that are best for the cuts known so
 * far, then the cuts that those shares break, which maximum flows find, until none is.
 */
public final class BroadcastBound {

  private static final double TOLERANCE = 1e-9;

  /** Rounds of cuts; a group of 32 takes at most ten. Fewer only leave the bound too high. */
  private static final int MAX_ROUNDS = 200;

  private BroadcastBound() {}

  /**
   * Finds it.
   *
   * @param limits such that the rate is at most 1, and each node can be reached
   * @param cuts sets of receivers that limited the rate in a similar group; may be empty
   */
  public static Allocation find(Limits limits, List<Long> cuts) {
    CutProgram programme = new CutProgram(limits);
    long receivers = limits.all() & ~(1L << limits.source());
    programme.cut(receivers);
    for (long left = receivers; left != 0; left &= left - 1) {
      programme.cut(Long.lowestOneBit(left));
    }
    cuts.stream().filter(cut -> cut != 0 && (cut & ~receivers) == 0).forEach(programme::cut);
    programme.solve();
    Flow flow = new Flow(limits.nodes());
    for (int round = 0; round < MAX_ROUNDS && cut(programme, limits, flow); round++) {
      programme.solve();
    }
    double[] shares = programme.shares();
    spread(limits, shares);
    return new Allocation(programme.rate(), shares, programme.prices(), programme.tightCuts());
  }

  /** Adds the cuts that the shares break; false if they break none. */
  private static boolean cut(CutProgram programme, Limits limits, Flow flow) {
    double[] shares = programme.shares();
    double enough = programme.rate() - TOLERANCE;
    boolean broken = false;
    for (int sink = 0; sink < limits.nodes(); sink++) {
      if (sink != limits.source() && flow.find(shares, limits.source(), sink, enough) < enough) {
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
