package org.lagroups.multicast.plan;

import java.util.Map;

/**
 * Why no plan can have a greater rate: a price for a unit of each capacity. At these prices no tree
 * that spans the group costs less than 1 for a unit of its rate, so trees of rate R together cost
 * at least R; and they cannot take more than there is, so R is at most what everything costs. This
 * is duality of linear programmes; whoever trusts nobody computes the cheapest tree and that sum.
 *
 * @param uplinks by node; those that are not named cost nothing
 * @param links those that are not named cost nothing
 * @param downlinks by node; those that are not named cost nothing
 */
public record RateProof<V>(
    Map<V, Double> uplinks, Map<Link<V>, Double> links, Map<V, Double> downlinks) {

  public RateProof {
    uplinks = Map.copyOf(uplinks);
    links = Map.copyOf(links);
    downlinks = Map.copyOf(downlinks);
  }

  /** What everything costs: no rate is greater. */
  public double bound(Capacities<V> capacities) {
    double sum = 0;
    for (Map.Entry<V, Double> uplink : uplinks.entrySet()) {
      sum += uplink.getValue() * capacities.up(uplink.getKey());
    }
    for (Map.Entry<Link<V>, Double> link : links.entrySet()) {
      sum += link.getValue() * capacities.link(link.getKey().from(), link.getKey().to());
    }
    for (Map.Entry<V, Double> downlink : downlinks.entrySet()) {
      sum += downlink.getValue() * capacities.down(downlink.getKey());
    }
    return sum;
  }

  /**
   * What a unit of rate costs on a link: of the sender's uplink, the link, the other's downlink.
   */
  public double cost(V from, V to) {
    return uplinks.getOrDefault(from, 0.0)
        + links.getOrDefault(new Link<>(from, to), 0.0)
        + downlinks.getOrDefault(to, 0.0);
  }
}
