package org.lagroups.scenarios.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.graph.Reachability;
import org.lagroups.core.graph.RobustCore;
import org.lagroups.core.graph.StrongComponents;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.bench.graph.Stopwatch;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * What one changed attestation costs in a group of 64: the graph is built anew, and reachability,
 * components and the t-robust core are computed.
 */
final class GroupChange {

  private static final int NODES = 64;
  private static final double DENSITY = 0.9;
  private static final int T = 3;
  private static final double BOUND_MILLIS = 1;

  private final Random random = new Random(NODES);
  private final List<NodeId> nodes = new ArrayList<>();
  private final boolean[][] attests = new boolean[NODES][NODES];

  private GroupChange() {
    for (int v = 0; v < NODES; v++) {
      byte[] id = new byte[NodeId.LENGTH];
      random.nextBytes(id);
      nodes.add(new NodeId(Bytes.copyOf(id)));
      for (int w = 0; w < NODES; w++) {
        attests[v][w] = v != w && random.nextDouble() < DENSITY;
      }
    }
  }

  static Measurement measure() {
    GroupChange change = new GroupChange();
    return Measurement.against(
        "group of 64: all anew after one change",
        "ms",
        Stopwatch.SHORT.nanos(change::once)[0] / 1e6,
        BOUND_MILLIS);
  }

  private long once() {
    int attester = random.nextInt(NODES);
    int attestee = (attester + 1 + random.nextInt(NODES - 1)) % NODES;
    attests[attester][attestee] ^= true;
    AttestationGraph<NodeId> graph = build();
    return (long) Reachability.from(graph, nodes.getFirst()).size()
        + new StrongComponents<>(graph).all().size()
        + RobustCore.members(graph, T).size();
  }

  private AttestationGraph<NodeId> build() {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    nodes.forEach(builder::vertex);
    for (int v = 0; v < NODES; v++) {
      for (int w = 0; w < NODES; w++) {
        if (attests[v][w]) {
          builder.edge(nodes.get(v), nodes.get(w));
        }
      }
    }
    return builder.build();
  }
}
