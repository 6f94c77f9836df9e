package org.lagroups.multicast.plan.packing;

import org.lagroups.multicast.plan.bound.Limits;

/**
 * Fewer trees: leaves the slowest out, as long as the others still reach the rate that is wanted.
 */
final class Thinning {

  private Thinning() {}

  /** The same, or fewer trees, which together reach {@code wanted} if these do. */
  static Rated thin(Limits limits, Rated all, double wanted) {
    Rated thin = all;
    for (int count = thin.reaching(wanted); count < thin.trees().size(); ) {
      thin = thin.first(count);
      PackingProgram programme = new PackingProgram(limits, Column.slowest(thin.trees()));
      thin.trees().forEach(programme::add);
      programme.solve();
      Rated better = programme.rated();
      if (better.rate() > thin.rate()) {
        thin = better;
      }
      count = thin.reaching(wanted);
    }
    return thin;
  }
}
