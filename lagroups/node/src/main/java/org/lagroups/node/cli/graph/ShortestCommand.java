package org.lagroups.node.cli.graph;

import java.util.Optional;
import java.util.function.BiConsumer;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Shortest;
import org.lagroups.node.query.GraphQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag graph shortest}. */
@Command(
    name = "shortest",
    description = {
      "A path of least cost from one node to another.",
      "With one node and --all: to each node that it reaches. With none: between all pairs."
    })
final class ShortestCommand extends PairCommand {

  @Option(names = "--all", description = "From one node to all that it reaches.")
  private boolean all;

  @Override
  <V> BiConsumer<V, V> answers(NamedGraph<V> graph) {
    GraphQuestions<V> questions = graph.questions();
    return (from, to) -> print(questions.shortest(from, to), graph);
  }

  @Override
  boolean takes(boolean one) {
    return !one || all;
  }

  @Override
  <V> void answerOther(NamedGraph<V> graph, Optional<V> one) {
    GraphQuestions<V> questions = graph.questions();
    one.map(questions::shortestFrom)
        .orElseGet(questions::allShortest)
        .takeWhile(path -> isHeard())
        .forEach(path -> print(path, graph));
  }

  private void print(Shortest shortest, NamedGraph<?> graph) {
    out().data(shortest, () -> out().line(text(shortest, graph)));
  }

  private static String text(Shortest shortest, NamedGraph<?> graph) {
    Double cost = shortest.cost();
    String pair = graph.pair(shortest.from(), shortest.to());
    return cost == null
        ? pair + "no path"
        : pair + "cost " + Numbers.text(cost) + ": " + graph.arrows(shortest.path());
  }
}
