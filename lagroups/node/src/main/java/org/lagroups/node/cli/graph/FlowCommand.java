package org.lagroups.node.cli.graph;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Flow;
import org.lagroups.node.control.api.GraphAnswer.Link;
import org.lagroups.node.query.CapacityKind;
import org.lagroups.node.query.GraphQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag graph flow}. */
@Command(
    name = "flow",
    description = {
      "How much can flow from one node to another over all paths together.",
      "Names the attestations that limit it: a minimum cut."
    })
final class FlowCommand extends PairCommand {

  @Option(
      names = "--capacity",
      paramLabel = "WHAT",
      defaultValue = "capacity",
      description = {
        "What an attestation carries: ${COMPLETION-CANDIDATES}.",
        "Default: ${DEFAULT-VALUE}, a file's own column, in a group the throughput or else 1.",
        "What is not reported carries nothing."
      })
  private CapacityKind capacity = CapacityKind.CAPACITY;

  @Option(names = "--cut", description = "Name the minimum cut in the JSON, too.")
  private boolean cut;

  @Override
  <V> BiConsumer<V, V> answers(NamedGraph<V> graph) {
    AttestationGraph<V> measured = graph.capacities().apply(capacity);
    if (capacity.needsInfo() && measured.edges().allMatch(edge -> edge.capacity() == 0)) {
      out().note("No attestation reports the " + capacity + ".");
    }
    GraphQuestions<V> questions = new GraphQuestions<>(measured);
    boolean brief = out().isJson() && !cut;
    return (from, to) -> {
      Flow flow = brief ? questions.flow(from, to) : questions.flowAndCut(from, to);
      out().data(flow, () -> out().line(text(flow, graph)));
    };
  }

  private static String text(Flow flow, NamedGraph<?> graph) {
    List<Link> limits = flow.cut();
    return "%s%s%s"
        .formatted(
            graph.pair(flow.from(), flow.to()),
            Numbers.text(flow.value()),
            limits == null || limits.isEmpty()
                ? ", as there is no path that carries anything"
                : limits.stream()
                    .map(link -> graph.arrows(List.of(link.attester(), link.attestee())))
                    .collect(Collectors.joining(", ", ", limited by ", "")));
  }
}
