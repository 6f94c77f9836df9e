package org.lagroups.node.cli.graph;

import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.graph.source.GraphSource;
import org.lagroups.node.cli.graph.source.NamedGraph;
import picocli.CommandLine.Mixin;

/** A question about a graph, of a running group or out of a file. */
abstract class QuestionCommand extends LagCommand {

  @Mixin private GraphSource source = new GraphSource();

  @Override
  public final Integer call() {
    check();
    try {
      answer(source.open(this::control));
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          String.valueOf(e.getMessage()), "name other nodes of the graph");
    }
    return DONE;
  }

  /** Refuses what makes no sense, whatever the graph. */
  void check() {}

  /**
   * Answers about one graph.
   *
   * @throws IllegalArgumentException if nodes that are named do not fit the question
   */
  abstract <V> void answer(NamedGraph<V> graph);

  /** Whether the graph is that of a file. */
  final boolean isAboutFile() {
    return source.isFile();
  }

  /** Refuses a number below 1. */
  final void requireOneOrMore(String option, int value) {
    if (value < 1) {
      throw usage("%s is 1 or more, not %d".formatted(option, value));
    }
  }
}
