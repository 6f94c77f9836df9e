package org.lagroups.multicast.plan.packing;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Trees of two levels: the source sends to a hub, which sends to all others; and the star. Where
 * uplinks alone limit, no others are needed (Li, Chou and Zhang, "Mutualcast: an efficient
 * mechanism for content distribution in a peer-to-peer network", SIGCOMM Asia Workshop 2005).
 */
final class HubTrees {

  private static final double FIRST = 0;
  private static final double HUB = 1;
  private static final double SOURCE = 2;
  private static final double OTHER = 3;

  /** The source sends to a second one only where nobody else can. */
  private static final double SOURCE_LAST = 4;

  private HubTrees() {}

  /** One for each hub, the source being one; where links are missing, as near to it as can be. */
  static List<Column> of(Limits limits, CheapestTree search) {
    return of(limits, search, SOURCE);
  }

  /**
   * The same, but whom a hub does not reach gets it from another receiver rather than from the
   * source, whose uplink is the one that nobody can relieve.
   */
  static List<Column> sparingTheSource(Limits limits, CheapestTree search) {
    return of(limits, search, SOURCE_LAST);
  }

  private static List<Column> of(Limits limits, CheapestTree search, double fromSource) {
    int n = limits.nodes();
    List<Column> trees = new ArrayList<>();
    double[] costs = new double[n * n];
    for (int hub = 0; hub < n; hub++) {
      for (int link = 0; link < n * n; link++) {
        costs[link] = cost(limits, link / n, link % n, hub, fromSource);
      }
      trees.add(new Column(limits, search.find(costs, limits.source())));
    }
    return trees;
  }

  private static double cost(Limits limits, int from, int to, int hub, double fromSource) {
    if (limits.direct(from, to) <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    if (from == hub) {
      return HUB;
    }
    if (from == limits.source()) {
      return to == hub ? FIRST : fromSource;
    }
    return OTHER;
  }
}
