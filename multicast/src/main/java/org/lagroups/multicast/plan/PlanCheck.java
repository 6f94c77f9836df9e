package org.lagroups.multicast.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a plan with nothing but its capacities: each tree brings everything from the source to
 * each receiver, and no uplink, downlink or link carries more than it may.
 */
public final class PlanCheck {

  /** By how much rounding may overfill a capacity, as a part of it. */
  public static final double TOLERANCE = 1e-9;

  private PlanCheck() {}

  /** What is wrong with trees; empty if nothing is. */
  public static <V> List<String> faults(Capacities<V> capacities, List<RelayTree<V>> trees) {
    List<String> faults = new ArrayList<>();
    Map<V, Double> sent = new LinkedHashMap<>();
    Map<V, Double> received = new LinkedHashMap<>();
    Map<Link<V>, Double> carried = new LinkedHashMap<>();
    for (RelayTree<V> tree : trees) {
      if (!(tree.rate() > 0 && tree.rate() < Double.POSITIVE_INFINITY)) {
        faults.add("a tree of rate " + tree.rate());
      }
      if (!tree.parents().keySet().equals(Set.copyOf(capacities.receivers()))) {
        faults.add("a tree that brings data to others than the receivers");
      }
      for (V receiver : tree.parents().keySet()) {
        if (!startsAtSource(receiver, tree, capacities.source())) {
          faults.add("a tree that brings nothing to " + receiver);
        }
      }
      tree.parents()
          .forEach((to, from) -> {
            sent.merge(from, tree.rate(), Double::sum);
            received.merge(to, tree.rate(), Double::sum);
            carried.merge(new Link<>(from, to), tree.rate(), Double::sum);
          });
    }
    sent.forEach((node, sum) -> compare(faults, "uplink of " + node, sum, capacities.up(node)));
    received.forEach(
        (node, sum) -> compare(faults, "downlink of " + node, sum, capacities.down(node)));
    carried.forEach((link, sum) ->
        compare(faults, link.toString(), sum, capacities.link(link.from(), link.to())));
    return faults;
  }

  private static <V> boolean startsAtSource(V receiver, RelayTree<V> tree, V source) {
    Set<V> passed = new HashSet<>();
    V at = receiver;
    while (at != null && passed.add(at)) {
      if (at.equals(source)) {
        return true;
      }
      at = tree.parents().get(at);
    }
    return false;
  }

  private static void compare(List<String> faults, String what, double sum, double capacity) {
    if (sum > capacity * (1 + TOLERANCE)) {
      faults.add("%s carries %s, and may carry %s".formatted(what, sum, capacity));
    }
  }
}
