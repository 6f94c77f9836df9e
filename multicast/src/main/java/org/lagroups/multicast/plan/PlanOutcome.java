package org.lagroups.multicast.plan;

import java.util.List;

/** What planning comes to. */
public sealed interface PlanOutcome<V> {

  /**
   * Trees that together reach at least {@link RelayPlanner#WANTED} of what is possible.
   *
   * @param bound no plan has a greater rate
   * @param proof of the bound
   * @param trees the fastest first
   */
  record Plan<V>(double bound, RateProof<V> proof, List<RelayTree<V>> trees)
      implements PlanOutcome<V> {

    public Plan {
      trees = List.copyOf(trees);
    }

    /** The rate of all trees together. */
    public double rate() {
      return trees.stream().mapToDouble(RelayTree::rate).sum();
    }
  }

  /**
   * There is no plan, as nothing can get to some receivers.
   *
   * @param nodes which
   */
  record Unreachable<V>(List<V> nodes) implements PlanOutcome<V> {

    public Unreachable {
      nodes = List.copyOf(nodes);
    }
  }

  /** There is no plan, as nothing limits the rate. */
  record Unlimited<V>() implements PlanOutcome<V> {}
}
