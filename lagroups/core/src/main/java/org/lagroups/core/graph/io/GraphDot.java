package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Function;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;

/** Graphs in Graphviz's DOT language, for drawing. */
public final class GraphDot {

  private static final int REPLACEMENT = 0xFFFD;

  private GraphDot() {}

  /**
   * Writes a graph: each vertex with its name as label, each edge with its cost unless that is the
   * default.
   *
   * @param name what to call a vertex; any text
   * @throws IOException if writing fails
   */
  public static <V> void write(
      AttestationGraph<V> graph, Function<? super V, String> name, Writer writer)
      throws IOException {
    Map<V, String> ids = HashMap.newHashMap(graph.vertexCount());
    writer.write("digraph attestations {\n");
    for (V vertex : graph.vertices()) {
      String id = "n" + ids.size();
      ids.put(vertex, id);
      writer.write("  %s [label=\"%s\"];\n".formatted(id, escaped(name.apply(vertex))));
    }
    for (Iterator<AttestationEdge<V>> edges = graph.edges().iterator(); edges.hasNext(); ) {
      AttestationEdge<V> edge = edges.next();
      String label =
          edge.cost() == AttestationEdge.DEFAULT_COST ? "" : " [label=\"" + edge.cost() + "\"]";
      writer.write(
          "  %s -> %s%s;\n".formatted(ids.get(edge.attester()), ids.get(edge.attestee()), label));
    }
    writer.write("}\n");
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '"', '\\' -> out.append('\\').appendCodePoint(c);
            case '\n' -> out.append("\\n");
            default -> out.appendCodePoint(Character.isISOControl(c) ? REPLACEMENT : c);
          }
        });
    return out.toString();
  }
}
