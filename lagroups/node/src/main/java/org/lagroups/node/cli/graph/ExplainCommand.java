package org.lagroups.node.cli.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Explanation;
import org.lagroups.node.control.api.GraphAnswer.Loss;
import org.lagroups.node.query.Explain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag graph explain}. */
@Command(
    name = "explain",
    description = {
      "What each answer would become if one node left, or which nodes would hurt most.",
      "Asks about the whole graph, and with FROM and TO also about the paths between them."
    })
final class ExplainCommand extends QuestionCommand {

  private static final String SELF = "me";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FROM",
      description = "Whose view it is about; in a running group, yours unless given.")
  private @Nullable String from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "Paths to where.")
  private @Nullable String to;

  @Option(
      names = "--without",
      paramLabel = "NODE",
      description = "The node that would leave. Default: the five that would hurt most.")
  private @Nullable String without;

  @Option(
      names = {"-t", "--t"},
      paramLabel = "T",
      defaultValue = "" + Explain.DEFAULT_T,
      description = "Of the t-robust core that is asked about. Default: ${DEFAULT-VALUE}.")
  private int t;

  @Override
  void check() {
    requireOneOrMore("--t", t);
  }

  @Override
  <V> void answer(NamedGraph<V> graph) {
    String begin = from == null && !isAboutFile() ? SELF : from;
    Optional<V> whose = Optional.ofNullable(begin).map(graph::resolve);
    Optional<V> where = Optional.ofNullable(to).map(graph::resolve);
    Optional<V> leaving = Optional.ofNullable(without).map(graph::resolve);
    for (Explanation answer : new Explain<>(whose, where, leaving, t).ask(graph.graph())) {
      out().data(answer, () -> print(answer, graph, whose, where));
    }
  }

  private <V> void print(
      Explanation answer, NamedGraph<V> graph, Optional<V> whose, Optional<V> where) {
    String begin = whose.map(one -> graph.label(one.toString())).orElse("");
    String pair = begin + " to " + where.map(one -> graph.label(one.toString())).orElse("");
    String subject =
        switch (answer.question()) {
          case "paths" -> "vertex-disjoint paths from " + pair;
          case "shortest" -> "least cost from " + pair;
          case "flow" -> "flow from " + pair;
          case "reached" -> "nodes that " + begin + " reaches";
          case "component" -> "nodes that all reach each other";
          case "cut" -> "minimum vertex cut of the whole graph";
          case "robust" -> "members of the %d-robust core".formatted(t);
          default -> answer.question();
        };
    if (answer.refused() != null) {
      out().line(subject + ": " + answer.refused());
      return;
    }
    out().line(subject + ": " + Numbers.text(answer.before(), "none"));
    for (Loss loss : answer.without()) {
      String same = without != null && same(answer.before(), loss.after()) ? "still " : "";
      out()
          .line(
              "  without %s: %s%s"
                  .formatted(graph.label(loss.node()), same, Numbers.text(loss.after(), "none")));
    }
    if (answer.without().isEmpty()) {
      out().line("  no single node's leaving makes it worse");
    }
  }

  private static boolean same(@Nullable Double before, @Nullable Double after) {
    return before == null ? after == null : before.equals(after);
  }
}
