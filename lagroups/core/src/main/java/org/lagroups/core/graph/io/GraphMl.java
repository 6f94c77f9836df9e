package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;

/**
 * Graphs in GraphML (http://graphml.graphdrawing.org/primer/graphml-primer.html), UTF-8.
 *
 * <p>A node's ID is its name. Data of an edge whose key has the {@code attr.name} {@code cost} or
 * {@code weight} is its cost, {@code capacity} its capacity; a key's default counts where an edge
 * has no such data. An edge that is undirected, by itself or by {@code edgedefault}, is two
 * attestations. All other data is passed over. Refused are hyperedges, ports, graphs within nodes
 * or edges, several graphs in one file, document types and entities.
 */
public final class GraphMl {

  /** About the longest tag, text or comment, in characters; names of vertices are shorter. */
  public static final int MAX_CHARS = XmlEvents.MAX_CHARS;

  /** How deep elements are nested in each other at most. */
  public static final int MAX_DEPTH = XmlEvents.MAX_DEPTH;

  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
        <key id="cost" for="edge" attr.name="cost" attr.type="double"><default>1</default></key>
        <key id="capacity" for="edge" attr.name="capacity" attr.type="double"><default>1</default></key>
        <graph id="attestations" edgedefault="directed">
      """;

  private GraphMl() {}

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
    return new GraphMlReader(source, new XmlEvents(source, reader)).read();
  }

  /**
   * Writes a graph, so that {@link #read} gives it back. Vertices are named as their {@code
   * toString} says; costs and capacities are left out where they are the default.
   *
   * @throws IllegalArgumentException if a vertex has an empty name, one that is too long, or one
   *     with a character that XML does not know, which most control characters are
   * @throws IOException if writing fails
   */
  public static <V> void write(AttestationGraph<V> graph, Writer writer) throws IOException {
    writer.write(HEAD);
    for (V vertex : graph.vertices()) {
      writer.write("    <node id=\"" + escaped(vertex) + "\"/>\n");
    }
    for (Iterator<AttestationEdge<V>> edges = graph.edges().iterator(); edges.hasNext(); ) {
      write(edges.next(), writer);
    }
    writer.write("  </graph>\n</graphml>\n");
  }

  private static void write(AttestationEdge<?> edge, Writer writer) throws IOException {
    String cost = data("cost", edge.cost(), AttestationEdge.DEFAULT_COST);
    String capacity = data("capacity", edge.capacity(), AttestationEdge.DEFAULT_CAPACITY);
    String content = cost + capacity;
    writer.write(
        "    <edge source=\"%s\" target=\"%s\"%s\n"
            .formatted(
                escaped(edge.attester()),
                escaped(edge.attestee()),
                content.isEmpty() ? "/>" : ">" + content + "</edge>"));
  }

  private static String data(String key, double value, double otherwise) {
    return value == otherwise ? "" : "<data key=\"" + key + "\">" + Values.text(value) + "</data>";
  }

  /** A name as an attribute's value, which a parser would otherwise take its line ends from. */
  private static String escaped(Object vertex) {
    String name = Values.name(vertex);
    StringBuilder out = new StringBuilder(name.length() + 8);
    name.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
            default -> out.appendCodePoint(checked(c, name));
          }
        });
    return out.toString();
  }

  /** A character that XML 1.0 knows (section 2.2). */
  private static int checked(int c, String name) {
    boolean known = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000);
    if (!known) {
      throw new IllegalArgumentException(
          "XML has no way to write the character U+%04X of \"%s\""
              .formatted(c, Values.shown(new Piece(name, 1, 1))));
    }
    return c;
  }
}
