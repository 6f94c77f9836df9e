package org.lagroups.node.cli.graph;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.query.GraphQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag graph paths}. */
@Command(
    name = "paths",
    description = {
      "Vertex-disjoint paths from one node to another, as many as there are.",
      "With k of them, any k-1 other nodes may fail or lie, and one path is still sound."
    })
final class PathsCommand extends PairCommand {

  @Option(
      names = "--max-length",
      paramLabel = "L",
      description = {
        "Only paths of at most L attestations. Exact for groups; in large graphs sometimes only"
            + " bounds are known: then \"atMost\" says how many there can be."
      })
  private @Nullable Integer maxLength;

  @Override
  void check() {
    super.check();
    if (maxLength != null) {
      requireOneOrMore("--max-length", maxLength);
    }
  }

  @Override
  <V> BiConsumer<V, V> answers(NamedGraph<V> graph) {
    GraphQuestions<V> questions = graph.questions();
    Integer most = maxLength;
    return (from, to) -> {
      Paths paths = most == null ? questions.paths(from, to) : questions.paths(from, to, most);
      out().data(paths, () -> print(paths, graph));
    };
  }

  private void print(Paths paths, NamedGraph<?> graph) {
    String pair = graph.pair(paths.from(), paths.to());
    String length = maxLength == null ? "" : " of at most " + maxLength + " steps";
    Integer atMost = paths.atMost();
    if (atMost != null) {
      out()
          .line(
              "%sat least %d, at most %d paths%s that share no other node"
                  .formatted(pair, paths.count(), atMost, length));
    } else if (paths.count() == 0) {
      out().line(pair + "no path" + length);
    } else if (paths.count() == 1) {
      out().line(pair + "only one path" + length + ": " + graph.arrows(paths.paths().getFirst()));
      return;
    } else {
      out().line(pair + paths.count() + " paths" + length + " that share no other node");
    }
    paths.paths().forEach(path -> out().line("  " + graph.arrows(path)));
  }
}
