package org.lagroups.node.cli.graph;

import java.util.List;
import java.util.stream.Collectors;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.graph.GraphSource.Answers;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Shortest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Questions about a graph. */
final class GraphCommands {

  private GraphCommands() {}

  private static String arrows(List<String> vertices, Answers graph) {
    return vertices.stream().map(graph::label).collect(Collectors.joining(" > "));
  }

  /** A question about two nodes. */
  abstract static class BetweenTwo extends LagCommand {

    @Mixin private GraphSource source = new GraphSource();

    @Parameters(index = "0", paramLabel = "FROM", description = "A node: ID, beginning, or name.")
    private String from = "";

    @Parameters(index = "1", paramLabel = "TO", description = "Another.")
    private String to = "";

    @Override
    public Integer call() {
      Answers graph = source.open(this::control);
      try {
        answer(graph, graph.resolve(from), graph.resolve(to));
      } catch (IllegalArgumentException e) {
        throw new CommandFailedException(String.valueOf(e.getMessage()), "name two nodes");
      }
      return DONE;
    }

    abstract void answer(Answers graph, String begin, String end);
  }

  /** {@code lag graph paths}. */
  @Command(
      name = "paths",
      description = {
        "Vertex-disjoint paths from one node to another, as many as there are.",
        "With k of them, any k-1 other nodes may fail or lie, and one path is still sound."
      })
  static final class PathsCommand extends BetweenTwo {

    @Override
    void answer(Answers graph, String begin, String end) {
      Paths paths = graph.paths(begin, end);
      out()
          .data(
              paths,
              () -> {
                out().line(paths.count() + (paths.count() == 1 ? " path" : " paths"));
                paths.paths().forEach(path -> out().line("  " + arrows(path, graph)));
              });
    }
  }

  /** {@code lag graph cut}. */
  @Command(
      name = "cut",
      description = "A smallest set of nodes without which no path leads from one to the other.")
  static final class CutCommand extends BetweenTwo {

    @Override
    void answer(Answers graph, String begin, String end) {
      Cut cut = graph.cut(begin, end);
      out().data(cut, () -> out().line(text(cut, graph)));
    }

    private static String text(Cut cut, Answers graph) {
      Integer size = cut.size();
      if (size == null) {
        return "none: " + graph.label(cut.from()) + " vouches directly";
      }
      if (size == 0) {
        return "0: there is no path";
      }
      return size
          + ": "
          + cut.members().stream().map(graph::label).collect(Collectors.joining(", "));
    }
  }

  /** {@code lag graph shortest}. */
  @Command(name = "shortest", description = "A path of least cost from one node to another.")
  static final class ShortestCommand extends BetweenTwo {

    @Override
    void answer(Answers graph, String begin, String end) {
      Shortest shortest = graph.shortest(begin, end);
      Double cost = shortest.cost();
      out()
          .data(
              shortest,
              () ->
                  out()
                      .line(
                          cost == null
                              ? "no path"
                              : "cost %s: %s"
                                  .formatted(number(cost), arrows(shortest.path(), graph))));
    }

    private static String number(double cost) {
      return cost == Math.rint(cost) && cost < 1e15
          ? Long.toString((long) cost)
          : Double.toString(cost);
    }
  }

  /** {@code lag graph scc}. */
  @Command(
      name = "scc",
      description = {
        "Strongly connected components, the largest first.",
        "Within each, all nodes reach each other along attestations."
      })
  static final class SccCommand extends LagCommand {

    @Mixin private GraphSource source = new GraphSource();

    @Override
    public Integer call() {
      Answers graph = source.open(this::control);
      Components components = graph.components();
      out().data(components, () -> components.components().forEach(one -> print(one, graph)));
      return DONE;
    }

    private void print(List<String> members, Answers graph) {
      out()
          .line(
              members.size()
                  + ": "
                  + members.stream().map(graph::label).collect(Collectors.joining(", ")));
    }
  }
}
