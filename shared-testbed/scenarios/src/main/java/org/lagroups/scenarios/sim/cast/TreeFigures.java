package org.lagroups.scenarios.sim.cast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.simnet.SimNode;

/** How a tree is at one moment. */
final class TreeFigures {

  private static final double BITS_PER_MEGABIT = 1e6;
  private static final double MILLIS_PER_SECOND = 1_000;
  private static final double MILLIS_PER_MINUTE = 60_000;

  /** Levels from here on are taken as one. */
  private static final int LOWEST_LEVEL = 6;

  private final Audience audience;
  private final Ledger ledger;
  private final String of;
  private final SortedMap<Integer, List<Double>> uptimes = new TreeMap<>();

  /**
   * Of a tree.
   *
   * @param of what it is called in the names of figures
   */
  TreeFigures(Audience audience, Ledger ledger, String of) {
    this.audience = audience;
    this.ledger = ledger;
    this.of = of;
  }

  /** Takes down what there is now. */
  void take() {
    Map<NodeId, Double> bounds = new HashMap<>();
    List<SimNode<Tree>> receivers = audience.receivers();
    double slowest = Double.POSITIVE_INFINITY;
    for (SimNode<Tree> node : receivers) {
      Optional<Integer> depth = audience.depthOf(node);
      if (depth.isEmpty()) {
        continue;
      }
      double rate = rate(node, bounds) / BITS_PER_MEGABIT;
      slowest = Math.min(slowest, rate);
      ledger.sample(of + ": depth", "", depth.get());
      ledger.sample(of + ": rate", "Mbit/s", rate);
      uptimes
          .computeIfAbsent(Math.min(depth.get(), LOWEST_LEVEL), level -> new ArrayList<>())
          .add(audience.age(node).toMillis() / MILLIS_PER_MINUTE);
    }
    ledger.sample(of + ": rate of the slowest", "Mbit/s", slowest);
    ledger.sample(of + ": bound of the rate", "Mbit/s", bound(receivers) / BITS_PER_MEGABIT);
  }

  /** Takes down how many have no way to the source now. */
  void takeCutOff() {
    double share = (double) audience.cutOff() / audience.receivers().size();
    ledger.sample(of + ": without a way to the source", "%", 100 * share);
  }

  /** Tells what is known at the end, by level from the source down. */
  void tell() {
    audience
        .waits()
        .forEach(wait ->
            ledger.sample(
                of + ": wait for a first place", "s", wait.toMillis() / MILLIS_PER_SECOND));
    uptimes.forEach((level, minutes) -> {
      String figure = "%s: uptime at level %s".formatted(of, level(level));
      minutes.forEach(uptime -> ledger.sample(figure, "min", uptime));
    });
  }

  private static String level(int depth) {
    return depth < LOWEST_LEVEL ? String.valueOf(depth) : LOWEST_LEVEL + " and below";
  }

  /**
   * At what rate all could receive if everybody could send to everybody (Mutualcast, Li, Chou and
   * Zhang 2005): no tree of any kind is faster.
   */
  private double bound(List<SimNode<Tree>> receivers) {
    double source = audience.sourceUplink();
    double all = source + receivers.stream().mapToDouble(node -> audience.uplink(node.id())).sum();
    return Math.min(source, all / receivers.size());
  }

  /** The least of the bounds of the groups on the way from the source. */
  private double rate(SimNode<Tree> node, Map<NodeId, Double> bounds) {
    double rate = Double.POSITIVE_INFINITY;
    Optional<SimNode<Tree>> at = audience.parentOf(node);
    while (at.isPresent()) {
      Double known = bounds.get(at.get().id());
      if (known == null) {
        known = bound(at.get());
        bounds.put(at.get().id(), known);
      }
      rate = Math.min(rate, known);
      at = audience.parentOf(at.get());
    }
    return rate;
  }

  /**
   * At what rate a parent can send to all its children. Who has children uses its uplink for them,
   * who has none for its siblings.
   */
  private double bound(SimNode<Tree> parent) {
    Capacities.Builder<NodeId> group =
        Capacities.from(parent.id())
            .node(parent.id(), audience.uplink(parent.id()), Double.POSITIVE_INFINITY);
    List<Child> children = parent.app().children();
    if (children.isEmpty()) {
      return audience.uplink(parent.id());
    }
    for (Child child : children) {
      double uplink = child.wards().isEmpty() ? audience.uplink(child.node()) : 0;
      group.node(child.node(), uplink, Double.POSITIVE_INFINITY);
    }
    return new RelayPlanner<NodeId>().plan(group.build()) instanceof PlanOutcome.Plan<NodeId> plan
        ? plan.bound()
        : 0;
  }
}
