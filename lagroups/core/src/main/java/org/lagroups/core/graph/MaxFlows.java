package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.graph.compact.CapacityFlow;

/**
 * Maximum flows and minimum cuts in one graph, within the capacities of its edges (paper, section
 * 2.1). Multicast systems ask how much a group can carry (section 3.2).
 *
 * <p>The unit is that of the capacities. Of a graph with other capacities, {@link
 * AttestationGraph#withCapacities} makes one; of a part of it, {@link AttestationGraph#within}.
 *
 * <p>Keeps scratch space between calls: not for use by several threads at once.
 */
public final class MaxFlows<V> {

  private final AttestationGraph<V> graph;
  private final CapacityFlow flow;

  public MaxFlows(AttestationGraph<V> graph) {
    this.graph = graph;
    this.flow = graph.capacityFlow();
  }

  /**
   * How much can flow from one node to another over all paths together; 0 if there is none.
   *
   * @throws IllegalArgumentException if the two are the same
   */
  public double value(V from, V to) {
    requireDifferent(from, to);
    int source = graph.indexOf(from);
    int sink = graph.indexOf(to);
    return source < 0 || sink < 0 ? 0 : flow.maximize(source, sink);
  }

  /**
   * A largest flow, and what limits it: of several smallest cuts the one closest to {@code from}.
   *
   * @throws IllegalArgumentException if the two are the same
   */
  public MaxFlow<V> find(V from, V to) {
    double value = value(from, to);
    if (graph.indexOf(from) < 0 || graph.indexOf(to) < 0) {
      return new MaxFlow<>(from, to, value, List.of(), List.of());
    }
    List<MaxFlow.Share<V>> shares = new ArrayList<>();
    List<AttestationEdge<V>> cut = new ArrayList<>();
    for (int v = 0; v < graph.vertexCount(); v++) {
      for (int slot = graph.out().start(v); slot < graph.out().start(v + 1); slot++) {
        int w = graph.out().neighbour(slot);
        double amount = flow.along(slot) - alongOpposite(w, v);
        if (amount > 0) {
          shares.add(new MaxFlow.Share<>(graph.edgeAt(v, slot), amount));
        }
        if (flow.isOnSourceSide(v) && !flow.isOnSourceSide(w) && graph.capacityAt(slot) > 0) {
          cut.add(graph.edgeAt(v, slot));
        }
      }
    }
    return new MaxFlow<>(from, to, value, shares, cut);
  }

  /** What flows against an edge: to and fro cancel out. */
  private double alongOpposite(int attester, int attestee) {
    int slot = graph.out().slot(attester, attestee);
    return slot < 0 ? 0 : flow.along(slot);
  }

  private static void requireDifferent(Object from, Object to) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a flow leads from one node to another");
    }
  }
}
