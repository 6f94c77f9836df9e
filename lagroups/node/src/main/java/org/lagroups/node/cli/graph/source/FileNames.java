package org.lagroups.node.cli.graph.source;

import java.util.List;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;

/** What names mean in a graph out of a file. */
final class FileNames {

  private static final int SHOWN = 5;

  private FileNames() {}

  /** The vertex of this name, or else the only one whose name begins like this. */
  static String resolve(AttestationGraph<String> graph, String text) {
    if (graph.contains(text)) {
      return text;
    }
    List<String> fitting =
        graph.vertices().stream().filter(vertex -> vertex.startsWith(text)).toList();
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    String some = String.join(", ", fitting.stream().limit(SHOWN).map(Output::safe).toList());
    throw new CommandFailedException(
        "the graph has no single node " + Output.safe(text),
        fitting.isEmpty() ? "it has %d nodes".formatted(graph.vertexCount()) : "such as: " + some);
  }

  /** The vertex of this name. */
  static String exact(AttestationGraph<String> graph, String text) {
    if (!graph.contains(text)) {
      throw new CommandFailedException(
          "the graph has no node \"%s\"".formatted(Output.safe(text)),
          "it has %d nodes".formatted(graph.vertexCount()));
    }
    return text;
  }
}
