package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;

/**
 * Graphs as CSV (RFC 4180): a line {@code attester,attestee[,cost[,capacity]]} for each edge.
 *
 * <p>A first line of just these names is a header, and so is one that calls the ends {@code
 * source,target}, {@code from,to} or {@code src,dst}, in capitals or not. Blank lines, and lines
 * that begin with {@code #}, do not count. A cost or capacity that is left out or empty is the
 * default. Blanks around a field do not belong to it unless they are quoted. An edge from a vertex
 * to itself only names the vertex; that is how a vertex without edges is written. Of equal edges
 * the last one counts.
 */
public final class GraphCsv {

  /** The longest line, or record that goes over several lines by quoting, in characters. */
  public static final int MAX_LINE_CHARS = CsvRecords.MAX_RECORD_CHARS;

  /** The longest name of a vertex, in characters. */
  public static final int MAX_LABEL_CHARS = Values.MAX_LABEL_CHARS;

  private static final List<String> COLUMNS = List.of("attester", "attestee", "cost", "capacity");
  private static final String SHAPE = "attester,attestee[,cost[,capacity]]";

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
    List<Piece> fields = records.next();
    if (CsvRecords.isHeader(fields, COLUMNS.subList(2, COLUMNS.size()))) {
      fields = records.next();
    }
    while (!fields.isEmpty()) {
      try {
        addEdge(source, records, fields, builder);
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
    writer.write(String.join(",", COLUMNS.subList(0, columns)) + "\n");
    for (V vertex : graph.vertices()) {
      if (graph.attestees(vertex).isEmpty() && graph.attesters(vertex).isEmpty()) {
        writer.write(quoted(vertex) + "," + quoted(vertex) + "\n");
      }
    }
    for (Iterator<AttestationEdge<V>> edges = graph.edges().iterator(); edges.hasNext(); ) {
      writer.write(row(edges.next(), columns));
    }
  }

  private static void addEdge(
      String source, CsvRecords records, List<Piece> fields, GraphBuilder<String> builder)
      throws GraphFormatException {
    int count = fields.size();
    if (count < 2 || count > COLUMNS.size()) {
      Piece where = fields.get(Math.min(count - 1, COLUMNS.size()));
      throw records.problem(
          where, "expected %s, found %s".formatted(SHAPE, CsvRecords.columns(count)));
    }
    builder.edge(
        Values.label(source, fields.get(0)),
        Values.label(source, fields.get(1)),
        count < 3 ? AttestationEdge.DEFAULT_COST : Values.cost(source, fields.get(2)),
        count < 4 ? AttestationEdge.DEFAULT_CAPACITY : Values.capacity(source, fields.get(3)));
  }

  private static int columnsNeeded(AttestationGraph<?> graph) {
    if (graph.edges().anyMatch(e -> e.capacity() != AttestationEdge.DEFAULT_CAPACITY)) {
      return 4;
    }
    return graph.edges().anyMatch(e -> e.cost() != AttestationEdge.DEFAULT_COST) ? 3 : 2;
  }

  private static String row(AttestationEdge<?> edge, int columns) {
    String cost = columns < 3 ? "" : "," + Values.text(edge.cost());
    String capacity = columns < 4 ? "" : "," + Values.text(edge.capacity());
    return quoted(edge.attester()) + "," + quoted(edge.attestee()) + cost + capacity + "\n";
  }

  /** The name of a vertex, in quotes where it would not be read back as it is. */
  private static String quoted(Object vertex) {
    String name = Values.name(vertex);
    boolean plain =
        name.strip().equals(name)
            && !name.startsWith("#")
            && name.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
