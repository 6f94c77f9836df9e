package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.machine.Printable;

/**
 * Graphs as CSV (RFC 4180): a line {@code attester,attestee[,cost[,capacity]]} for each edge.
 *
 * <p>A first line of just these names is a header. Blank lines, and lines that begin with {@code
 * #}, do not count. A cost or capacity that is left out or empty is the default. Blanks around a
 * field do not belong to it unless they are quoted. An edge from a vertex to itself only names the
 * vertex; that is how a vertex without edges is written. Of equal edges the last one counts.
 */
public final class GraphCsv {

  /** The longest line, or record that goes over several lines by quoting, in characters. */
  public static final int MAX_LINE_CHARS = CsvRecords.MAX_RECORD_CHARS;

  /** The longest name of a vertex, in characters. */
  public static final int MAX_LABEL_CHARS = 256;

  private static final double MAX_EXACT_INTEGER = 1e15;

  private GraphCsv() {}

  /**
   * Reads a graph to the end of the text. Its size is bounded as {@link GraphBuilder} says.
   *
   * @param source what messages call the text: the file's name, for instance
   * @throws GraphFormatException if it is not such a text, saying where and what was expected
   * @throws IOException if reading fails
   */
  public static AttestationGraph<String> read(String source, Reader reader)
      throws IOException, GraphFormatException {
    CsvRecords records = new CsvRecords(source, reader);
    GraphBuilder<String> builder = AttestationGraph.builder();
    List<CsvField> fields = records.next();
    if (EdgeRow.isHeader(fields)) {
      fields = records.next();
    }
    while (!fields.isEmpty()) {
      EdgeRow row = EdgeRow.parse(records, fields);
      try {
        builder.edge(row.attester(), row.attestee(), row.cost(), row.capacity());
      } catch (IllegalStateException full) {
        throw records.problem(fields.getFirst(), "too large: " + full.getMessage());
      }
      fields = records.next();
    }
    return builder.build();
  }

  /**
   * Writes a graph with a header, so that {@link #read} gives it back. Vertices are named as their
   * {@code toString} says. Columns that would hold nothing but defaults are left out.
   *
   * @throws IllegalArgumentException if a vertex has an empty name, or one that is too long
   * @throws IOException if writing fails
   */
  public static <V> void write(AttestationGraph<V> graph, Writer writer) throws IOException {
    int columns = columnsNeeded(graph);
    writer.write(String.join(",", EdgeRow.COLUMNS.subList(0, columns)) + "\n");
    for (V vertex : graph.vertices()) {
      if (graph.attestees(vertex).isEmpty() && graph.attesters(vertex).isEmpty()) {
        writer.write(quoted(vertex) + "," + quoted(vertex) + "\n");
      }
    }
    for (Iterator<AttestationEdge<V>> edges = graph.edges().iterator(); edges.hasNext(); ) {
      writer.write(row(edges.next(), columns));
    }
  }

  private static int columnsNeeded(AttestationGraph<?> graph) {
    if (graph.edges().anyMatch(e -> e.capacity() != AttestationEdge.DEFAULT_CAPACITY)) {
      return 4;
    }
    return graph.edges().anyMatch(e -> e.cost() != AttestationEdge.DEFAULT_COST) ? 3 : 2;
  }

  private static String row(AttestationEdge<?> edge, int columns) {
    String cost = columns < 3 ? "" : "," + number(edge.cost());
    String capacity = columns < 4 ? "" : "," + number(edge.capacity());
    return quoted(edge.attester()) + "," + quoted(edge.attestee()) + cost + capacity + "\n";
  }

  private static String number(double value) {
    return value == Math.rint(value) && value < MAX_EXACT_INTEGER
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** The name of a vertex, in quotes where it would not be read back as it is. */
  private static String quoted(Object vertex) {
    String name = vertex.toString();
    if (name.isEmpty() || name.length() > MAX_LABEL_CHARS) {
      throw new IllegalArgumentException(
          "a vertex has a name of 1 to %d characters, unlike \"%s\""
              .formatted(MAX_LABEL_CHARS, Printable.of(name)));
    }
    boolean plain =
        name.strip().equals(name)
            && !name.startsWith("#")
            && name.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
