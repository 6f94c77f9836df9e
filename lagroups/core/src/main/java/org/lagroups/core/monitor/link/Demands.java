package org.lagroups.core.monitor.link;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.machine.NodeId;

/**
 * Puts together what several parts of a program want of nodes, for a {@link ThroughputFloor}: as
 * long as one of them wants something, there is demand.
 */
public final class Demands {

  private final ObservingMonitor<Traffic> throughput;
  private final LongSupplier nowNanos;
  private final Map<NodeId, Integer> open = new TreeMap<>();

  /**
   * Nothing is wanted yet.
   *
   * @param nowNanos monotonic
   */
  public Demands(ObservingMonitor<Traffic> throughput, LongSupplier nowNanos) {
    this.throughput = throughput;
    this.nowNanos = nowNanos;
  }

  /** From now on something more is wanted of a node, until {@link #ended}. */
  public void began(NodeId node) {
    if (open.merge(node, 1, Integer::sum) == 1) {
      tell(node, new Traffic.DemandBegan());
    }
  }

  /**
   * A node delivered something, whoever wanted it.
   *
   * @param bytes 0 or more
   */
  public void delivered(NodeId node, long bytes) {
    tell(node, new Traffic.Delivered(bytes));
  }

  /**
   * Something that was wanted of a node has come, or is wanted no more.
   *
   * @throws IllegalStateException if nothing was wanted of it
   */
  public void ended(NodeId node) {
    Integer before = open.get(node);
    if (before == null) {
      throw new IllegalStateException("nothing was wanted of " + node);
    }
    if (before == 1) {
      open.remove(node);
      tell(node, new Traffic.DemandEnded());
    } else {
      open.put(node, before - 1);
    }
  }

  /** Time has passed; to be called about once in the floor's window or more often. */
  public void tick() {
    // A test that was begun while something was wanted already has not heard of it.
    open.keySet().forEach(node -> tell(node, new Traffic.DemandBegan()));
    throughput.tick(nowNanos.getAsLong());
  }

  private void tell(NodeId node, Traffic traffic) {
    throughput.observe(node, traffic, nowNanos.getAsLong());
  }
}
