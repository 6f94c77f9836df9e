package org.lagroups.node.cli.graph;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.query.GraphQuestions;
import picocli.CommandLine.Command;

/** {@code lag graph cut}. */
@Command(
    name = "cut",
    description = {
      "A smallest set of nodes without which no path leads from one to the other.",
      "Without two nodes: a smallest set without which some node no longer reaches some other."
    })
final class CutCommand extends PairCommand {

  @Override
  <V> BiConsumer<V, V> answers(NamedGraph<V> graph) {
    GraphQuestions<V> questions = graph.questions();
    return (from, to) -> print(questions.cut(from, to), graph);
  }

  @Override
  boolean takes(boolean one) {
    return !one;
  }

  @Override
  <V> void answerOther(NamedGraph<V> graph, Optional<V> one) {
    print(graph.questions().cut(), graph);
  }

  private void print(Cut cut, NamedGraph<?> graph) {
    out().data(cut, () -> out().line(text(cut, graph)));
  }

  private static String text(Cut cut, NamedGraph<?> graph) {
    String from = cut.from();
    String to = cut.to();
    if (from == null || to == null) {
      return "none: everyone vouches for everyone";
    }
    String pair = graph.pair(from, to);
    Integer size = cut.size();
    if (size == null) {
      return pair + "none, as " + graph.label(from) + " vouches directly";
    }
    return size == 0
        ? pair + "0, as there is no path"
        : pair
            + "no path without "
            + Numbers.count(size, "node")
            + ": "
            + graph.list(cut.members());
  }
}
