package org.lagroups.node.cli.graph;

import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Coefficient;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Robust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Questions about the graph as a whole. */
final class WholeCommands {

  private WholeCommands() {}

  /** {@code lag graph scc}. */
  @Command(
      name = "scc",
      description = {
        "Strongly connected components, the largest first.",
        "Within each, all nodes reach each other along attestations."
      })
  static final class SccCommand extends QuestionCommand {

    @Parameters(
        arity = "0..1",
        paramLabel = "NODE",
        description = "Only the one with this node in it.")
    private @Nullable String node;

    @Override
    <V> void answer(NamedGraph<V> graph) {
      Components components =
          node == null
              ? graph.questions().components()
              : graph.questions().component(graph.resolve(node));
      out()
          .data(
              components,
              () ->
                  components
                      .components()
                      .forEach(one -> out().line(one.size() + ": " + graph.list(one))));
    }
  }

  /** {@code lag graph robust}. */
  @Command(
      name = "robust",
      description = {
        "The t-robust members: the largest set with attestations for and from t of its members.",
        "With up to t-1 faulty nodes, a correct one vouches for each of them."
      })
  static final class RobustCommand extends QuestionCommand {

    @Option(
        names = {"-t", "--t"},
        paramLabel = "T",
        required = true,
        description = "How many attestations each way, 1 or more.")
    private int t;

    @Override
    void check() {
      requireOneOrMore("--t", t);
    }

    @Override
    <V> void answer(NamedGraph<V> graph) {
      Robust robust = graph.questions().robust(t);
      int size = robust.members().size();
      out()
          .data(
              robust,
              () ->
                  out()
                      .line(
                          size == 0
                              ? "no node is %d-robust".formatted(t)
                              : "%s %d-robust: %s"
                                  .formatted(
                                      Numbers.count(size, "node") + (size == 1 ? " is" : " are"),
                                      t,
                                      graph.list(robust.members()))));
    }
  }

  /** {@code lag graph clustering}. */
  @Command(
      name = "clustering",
      description = {
        "Clustering coefficient: how far those around a node vouch for each other, 0 to 1.",
        "Without a node: the mean over all that have at least two around them."
      })
  static final class ClusteringCommand extends QuestionCommand {

    @Parameters(arity = "0..1", paramLabel = "NODE", description = "The node.")
    private @Nullable String node;

    @Override
    <V> void answer(NamedGraph<V> graph) {
      Coefficient answer =
          node == null
              ? graph.questions().clustering()
              : graph.questions().clustering(graph.resolve(node));
      String whose =
          answer.node() == null
              ? "mean clustering coefficient"
              : "clustering coefficient of " + graph.label(answer.node());
      out()
          .data(
              answer,
              () ->
                  out()
                      .line(
                          whose
                              + ": "
                              + Numbers.text(
                                  answer.coefficient(),
                                  "not defined, as fewer than two are around")));
    }
  }
}
