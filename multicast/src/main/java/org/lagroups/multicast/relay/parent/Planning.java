package org.lagroups.multicast.relay.parent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayTree;
import org.lagroups.multicast.relay.Planner;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.relay.tree.Splitter;
import org.lagroups.multicast.relay.tree.TreeFlow;

/**
 * Decides which trees are used: those that the planner finds for the uplinks as they are taken for,
 * and as a reserve one for each relay, which passes everything to all others.
 */
final class Planning {

  /** How soon after a plan there may be another because capacities have changed. */
  private static final long PAUSE_NANOS = 1_000_000_000;

  /** A plan is old when some uplink is now taken for so many times what it was, or the inverse. */
  private static final double MAX_CHANGE = 1.2;

  /** A part of the parent's uplink that is as good as all of it. */
  private static final double ENOUGH = 0.99;

  /** The most trees in reserve. */
  static final int MAX_SPARES = 16;

  /**
   * In live mode a relay that takes longer than this to pass one chunk to all others is no reserve:
   * what went through it would be late. In file mode none may have nothing to do: a plan that takes
   * one relay for faster than it is leaves out others.
   */
  private static final double LONGEST_SPARE_SECONDS = 0.2;

  private static final double LEAST_RATE = 1;

  private final Children children;
  private final Planner planner;
  private final Splitter splitter;
  private final UplinkEstimate own;
  private final long refreshNanos;
  private final boolean isLive;
  private Map<Integer, Double> assumed = new HashMap<>();
  private double bound;
  private long plannedNanos;
  private long comparedNanos;
  private boolean isStale;
  private boolean isPlanning;
  private int version;

  Planning(
      Children children,
      Planner planner,
      Splitter splitter,
      UplinkEstimate own,
      RelaySettings settings) {
    this.children = children;
    this.planner = planner;
    this.splitter = splitter;
    this.own = own;
    this.refreshNanos = settings.refreshMillis() * 1_000_000;
    this.isLive = settings.isLive();
  }

  /** The greatest rate that is possible, by the last plan, in bytes per second. */
  double bound() {
    return bound;
  }

  /**
   * Somebody has come, gone, or changed what it is good for: what there was is not used further.
   */
  void changed() {
    isStale = true;
    version++;
    splitter.use(interim(), spares());
  }

  /** Plans, if there is a reason to. */
  void work(long nowNanos) {
    if (isPlanning || children.members(Child::isServed) == 0) {
      return;
    }
    long since = nowNanos - plannedNanos;
    boolean isTime = nowNanos - comparedNanos >= PAUSE_NANOS && since >= PAUSE_NANOS;
    if (isStale || since >= refreshNanos || (isTime && areUplinksOther(nowNanos))) {
      plan(nowNanos);
    }
  }

  private boolean areUplinksOther(long nowNanos) {
    comparedNanos = nowNanos;
    Map<Integer, Double> load = new HashMap<>();
    for (TreeFlow tree : splitter.planned()) {
      tree.shape()
          .senders()
          .forEach((sender, fanOut) -> load.merge(sender, fanOut * tree.rate(), Double::sum));
    }
    own.compare(nowNanos, load.getOrDefault(Shape.PARENT, 0.0));
    // While the parent's own uplink is all that limits the plan nobody else has to do more.
    if (bound < ENOUGH * own.bytesPerSecond()) {
      for (Child child : children.all()) {
        child.uplink().compare(nowNanos, load.getOrDefault(child.number(), 0.0));
      }
    }
    Map<Integer, Double> now = uplinks();
    return assumed.entrySet().stream()
        .anyMatch(then -> {
          double ratio = now.getOrDefault(then.getKey(), then.getValue()) / then.getValue();
          return ratio > MAX_CHANGE || ratio < 1 / MAX_CHANGE;
        });
  }

  private void plan(long nowNanos) {
    isStale = false;
    isPlanning = true;
    plannedNanos = nowNanos;
    assumed = uplinks();
    int asked = version;
    planner.plan(
        capacities(),
        outcome -> {
          isPlanning = false;
          if (asked == version) {
            take(outcome);
          }
        });
  }

  private void take(PlanOutcome<Integer> outcome) {
    if (outcome instanceof PlanOutcome.Plan<Integer> plan) {
      bound = plan.bound();
      Map<Shape, Double> rates = new LinkedHashMap<>();
      for (RelayTree<Integer> tree : plan.trees()) {
        rates.merge(Shape.of(tree.parents()), tree.rate(), Double::sum);
      }
      splitter.use(rates, spares());
    }
  }

  private Capacities<Integer> capacities() {
    Capacities.Builder<Integer> builder =
        Capacities.from(Shape.PARENT)
            .node(Shape.PARENT, own.bytesPerSecond(), Double.POSITIVE_INFINITY);
    List<Child> served = children.all().stream().filter(Child::isServed).toList();
    for (Child child : served) {
      double up = child.isRelay() ? child.uplink().bytesPerSecond() : 0;
      builder.node(child.number(), up, Double.POSITIVE_INFINITY);
    }
    for (Child from : served) {
      for (Child to : served) {
        if (from != to && !from.reaches(to)) {
          builder.link(from.number(), to.number(), 0);
        }
      }
    }
    return builder.build();
  }

  private Map<Integer, Double> uplinks() {
    Map<Integer, Double> uplinks = new HashMap<>();
    uplinks.put(Shape.PARENT, own.bytesPerSecond());
    for (Child child : children.all()) {
      if (child.isRelay()) {
        uplinks.put(child.number(), child.uplink().bytesPerSecond());
      }
    }
    return uplinks;
  }

  /** What is used until there is a plan: a tree for each relay, as fast as that one is. */
  private Map<Shape, Double> interim() {
    long served = children.members(Child::isServed);
    Map<Shape, Double> rates = new LinkedHashMap<>();
    for (Shape hub : hubs(child -> true)) {
      int relay = Long.numberOfTrailingZeros(hub.relays());
      Child child = children.find(relay);
      rates.put(hub, child == null ? LEAST_RATE : child.uplink().bytesPerSecond());
    }
    if (rates.isEmpty() && served != 0) {
      rates.put(Shape.star(served), LEAST_RATE);
    }
    return rates;
  }

  private List<Shape> spares() {
    int others = Long.bitCount(children.members(Child::isServed)) - 1;
    double least = isLive ? others * splitter.chunkBytes() / LONGEST_SPARE_SECONDS : 0;
    return hubs(child -> child.uplink().bytesPerSecond() >= least);
  }

  /** The trees in which one relay passes everything to all others. */
  private List<Shape> hubs(Predicate<Child> condition) {
    long served = children.members(Child::isServed);
    List<Shape> hubs = new ArrayList<>();
    for (Child hub : children.all()) {
      if (hubs.size() < MAX_SPARES
          && served != Members.of(hub.number())
          && condition.test(hub)
          && spans(hub, served)) {
        hubs.add(Shape.hub(hub.number(), served));
      }
    }
    return hubs;
  }

  private boolean spans(Child hub, long served) {
    return hub.isRelay()
        && children.all().stream()
            .filter(child -> child != hub && Members.has(served, child.number()))
            .allMatch(hub::reaches);
  }
}
