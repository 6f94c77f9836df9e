package org.lagroups.node.cli.graph;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.graph.source.NamedGraph;
import org.lagroups.node.cli.graph.source.PairFile;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A question about two nodes, or about many pairs of them. */
abstract class PairCommand extends QuestionCommand {

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FROM",
      description = "A node: its ID, the beginning of that, or its name.")
  private @Nullable String from;

  @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "Another.")
  private @Nullable String to;

  @Option(
      names = "--pairs",
      paramLabel = "FILE.csv",
      description = {"Ask about each pair of the file, which has a line", "`from,to` for each."})
  private @Nullable Path pairs;

  @Override
  final <V> void answer(NamedGraph<V> graph) {
    if (pairs != null) {
      PairFile.forEach(pairs, graph, answers(graph), this::isHeard);
    } else if (from != null && to != null) {
      answers(graph).accept(graph.resolve(from), graph.resolve(to));
    } else {
      answerOther(graph, Optional.ofNullable(from).map(graph::resolve));
    }
  }

  /** Answers about one pair after the other, all with the same scratch space. */
  abstract <V> BiConsumer<V, V> answers(NamedGraph<V> graph);

  /** Whether something can be asked about less than two nodes. */
  boolean takes(boolean one) {
    return false;
  }

  /** Answers about less than two nodes; see {@link #takes}. */
  <V> void answerOther(NamedGraph<V> graph, Optional<V> one) {
    throw new IllegalStateException("not asked, as it is not taken");
  }

  /** Whether somebody still reads what is printed: a long list ends where {@code head} ends it. */
  final boolean isHeard() {
    return !spec().commandLine().getOut().checkError();
  }

  @Override
  void check() {
    if (pairs != null && from != null) {
      throw usage("name two nodes, or --pairs FILE.csv, but not both");
    }
    if (pairs == null && to == null && !takes(from != null)) {
      throw usage("which two nodes? name FROM and TO, or --pairs FILE.csv");
    }
  }
}
