package org.lagroups.multicast.plan.packing;

/**
 * Fewer trees: leaves the slowest out, as long as the others still reach the rate that is wanted.
 */
final class Thinning {

  private Thinning() {}

  /**
   * The same, or fewer trees, which together reach {@code wanted} if these do.
   *
   * @param programme in which all of them are; it has only those that are left afterwards
   */
  static Rated thin(PackingProgram programme, Rated all, double wanted) {
    Rated thin = all;
    for (int count = thin.reaching(wanted); count < thin.trees().size(); ) {
      thin = thin.first(count);
      programme.keep(thin.trees());
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
