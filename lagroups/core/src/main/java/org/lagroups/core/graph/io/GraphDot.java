package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;

/**
 * Graphs in Graphviz's DOT language (https://graphviz.org/doc/info/lang.html), of which a part is
 * read: one {@code digraph}, {@code strict} or not, with nodes and edges, chains of edges, {@code
 * edge [...]} as default of the edges that follow, names plain, quoted or numeral, and comments.
 *
 * <p>Of the attributes, {@code cost} and {@code capacity} of an edge count, and the {@code label}
 * of a node, which is its name in place of its ID. All others are about drawing and passed over.
 * Undirected graphs, subgraphs, ports, HTML and joined texts are refused.
 */
public final class GraphDot {

  /** The longest name, text or number, in characters; names of vertices are shorter still. */
  public static final int MAX_TOKEN_CHARS = DotLexer.MAX_TOKEN_CHARS;

  /** The most nodes of one chain of edges, {@code a -> b -> c}. */
  public static final int MAX_CHAIN = DotParser.MAX_CHAIN;

  private GraphDot() {}

  /**
   * Reads a graph to the end of the text. Its size is bounded as {@link GraphBuilder} says, its
   * names as in {@link GraphCsv}.
   *
   * @param source what messages call the text: the file's name, for instance
   * @throws GraphFormatException if it is not such a text, saying where and what was expected
   * @throws IOException if reading fails
   */
  public static AttestationGraph<String> read(String source, Reader reader)
      throws IOException, GraphFormatException {
    return new DotParser(source, new DotLexer(source, reader)).parse();
  }

  /**
   * Writes a graph, so that {@link #read} gives it back and Graphviz draws it. Vertices are named
   * as their {@code toString} says; costs and capacities are left out where they are the default.
   *
   * @throws IllegalArgumentException if a vertex has an empty name, or one that is too long
   * @throws IOException if writing fails
   */
  public static <V> void write(AttestationGraph<V> graph, Writer writer) throws IOException {
    Map<V, String> ids = HashMap.newHashMap(graph.vertexCount());
    writer.write("digraph attestations {\n");
    for (V vertex : graph.vertices()) {
      String id = "n" + ids.size();
      ids.put(vertex, id);
      writer.write("  " + id + " [label=\"" + escaped(Values.name(vertex)) + "\"];\n");
    }
    for (Iterator<AttestationEdge<V>> edges = graph.edges().iterator(); edges.hasNext(); ) {
      AttestationEdge<V> edge = edges.next();
      String ends = ids.get(edge.attester()) + " -> " + ids.get(edge.attestee());
      writer.write("  " + ends + attributes(edge) + ";\n");
    }
    writer.write("}\n");
  }

  private static String attributes(AttestationEdge<?> edge) {
    boolean cost = edge.cost() != AttestationEdge.DEFAULT_COST;
    boolean capacity = edge.capacity() != AttestationEdge.DEFAULT_CAPACITY;
    if (!cost && !capacity) {
      return "";
    }
    return " ["
        + (cost ? "cost=" + number(edge.cost()) : "")
        + (cost && capacity ? ", " : "")
        + (capacity ? "capacity=" + number(edge.capacity()) : "")
        + "]";
  }

  /** In quotes where the language knows no such number. */
  private static String number(double value) {
    String text = Values.text(value);
    return text.contains("E") ? '"' + text + '"' : text;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
