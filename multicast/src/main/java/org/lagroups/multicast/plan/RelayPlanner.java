package org.lagroups.multicast.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.multicast.plan.bound.Limits;
import org.lagroups.multicast.plan.bound.NodeSet;
import org.lagroups.multicast.plan.packing.Column;
import org.lagroups.multicast.plan.packing.TreePacking;

/**
 * Plans relay trees. A planner remembers what helped the last time, so a plan for the same nodes
 * with a few capacities changed takes less time than the first.
 *
 * <p>The same capacities, after the same plans, give the same plan.
 */
public final class RelayPlanner<V> {

  /** The part of the bound that a plan reaches. */
  public static final double WANTED = TreePacking.WANTED;

  private TreePacking packing = new TreePacking();
  private List<V> planned = List.of();

  /** Plans. */
  public PlanOutcome<V> plan(Capacities<V> capacities) {
    List<V> nodes = new ArrayList<>(capacities.receivers());
    nodes.addFirst(capacities.source());
    Limits limits = limits(capacities, nodes);
    List<V> cutOff = cutOff(capacities, nodes, limits.reachable());
    if (!cutOff.isEmpty()) {
      return new PlanOutcome.Unreachable<>(cutOff);
    }
    if (limits.roughBound() == Double.POSITIVE_INFINITY) {
      return new PlanOutcome.Unlimited<>();
    }
    if (!nodes.equals(planned)) {
      packing = new TreePacking();
      planned = nodes;
    }
    TreePacking.Packing found = packing.pack(limits);
    List<RelayTree<V>> trees = new ArrayList<>();
    for (int i = 0; i < found.trees().trees().size(); i++) {
      trees.add(tree(found.trees().trees().get(i), found.trees().rates().get(i), nodes));
    }
    RateProof<V> proof = proof(capacities, nodes, limits, found.prices());
    return new PlanOutcome.Plan<>(proof.bound(capacities), proof, trees);
  }

  private static <V> Limits limits(Capacities<V> capacities, List<V> nodes) {
    int n = nodes.size();
    double[] uplinks = new double[n];
    double[] links = new double[n * n];
    double[] latencies = new double[n * n];
    double ceiling = Double.POSITIVE_INFINITY;
    for (int from = 0; from < n; from++) {
      uplinks[from] = capacities.up(nodes.get(from));
      ceiling = from == 0 ? ceiling : Math.min(ceiling, capacities.down(nodes.get(from)));
      for (int to = 0; to < n; to++) {
        if (from != to) {
          links[from * n + to] = capacities.link(nodes.get(from), nodes.get(to));
          latencies[from * n + to] = capacities.latency(nodes.get(from), nodes.get(to));
        }
      }
    }
    return new Limits(n, 0, uplinks, links, ceiling, latencies);
  }

  private static <V> List<V> cutOff(Capacities<V> capacities, List<V> nodes, long reached) {
    List<V> cutOff = new ArrayList<>();
    for (int i = 1; i < nodes.size(); i++) {
      if (!NodeSet.has(reached, i) || capacities.down(nodes.get(i)) == 0) {
        cutOff.add(nodes.get(i));
      }
    }
    return cutOff;
  }

  private static <V> RelayTree<V> tree(Column column, double rate, List<V> nodes) {
    int[] parents = column.parents();
    Map<V, V> named = new LinkedHashMap<>();
    for (int i = 1; i < parents.length; i++) {
      named.put(nodes.get(i), nodes.get(parents[i]));
    }
    return new RelayTree<>(rate, named);
  }

  private static <V> RateProof<V> proof(
      Capacities<V> capacities, List<V> nodes, Limits limits, double[] prices) {
    Map<V, Double> uplinks = new LinkedHashMap<>();
    Map<Link<V>, Double> links = new LinkedHashMap<>();
    Map<V, Double> downlinks = new LinkedHashMap<>();
    for (int from = 0; from < nodes.size(); from++) {
      put(uplinks, nodes.get(from), prices[limits.uplink(from)]);
      for (int to = 0; to < nodes.size(); to++) {
        put(links, new Link<>(nodes.get(from), nodes.get(to)), prices[limits.link(from, to)]);
      }
    }
    capacities.receivers().stream()
        .filter(node -> capacities.down(node) == limits.capacity(limits.ceiling()))
        .findFirst()
        .ifPresent(node -> put(downlinks, node, prices[limits.ceiling()]));
    return new RateProof<>(uplinks, links, downlinks);
  }

  private static <K> void put(Map<K, Double> prices, K key, double price) {
    if (price > 0) {
      prices.put(key, price);
    }
  }
}
