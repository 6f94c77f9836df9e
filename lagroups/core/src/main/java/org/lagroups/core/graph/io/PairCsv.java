package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/**
 * Pairs of vertices as CSV, one {@code from,to} a line; a first line of just these names is a
 * header, or of others that {@link GraphCsv} knows. Otherwise as {@link GraphCsv}. At most one line
 * is in memory.
 *
 * <p>Not for use by several threads at once.
 */
public final class PairCsv {

  private final String source;
  private final CsvRecords records;
  private boolean begun;

  /**
   * At the beginning of a text.
   *
   * @param source what messages call the text: the file's name, for instance
   * @throws IOException if reading fails
   */
  public PairCsv(String source, Reader reader) throws IOException {
    this.source = source;
    this.records = new CsvRecords(source, reader);
  }

  /** Two names, and where they stand. */
  public static final class Pair {

    private final String source;
    private final Piece from;
    private final Piece to;

    Pair(String source, Piece from, Piece to) {
      this.source = source;
      this.from = from;
      this.to = to;
    }

    /** The first name. */
    public String from() {
      return from.text();
    }

    /** The second name. */
    public String to() {
      return to.text();
    }

    /** That something is wrong with the first name. */
    public GraphFormatException problemWithFrom(String problem) {
      return new GraphFormatException(source, from, problem);
    }

    /** That something is wrong with the second name. */
    public GraphFormatException problemWithTo(String problem) {
      return new GraphFormatException(source, to, problem);
    }
  }

  /**
   * The next pair; empty at the end of the text.
   *
   * @throws GraphFormatException if a line is not a pair of names
   * @throws IOException if reading fails
   */
  public Optional<Pair> next() throws IOException, GraphFormatException {
    List<Piece> fields = records.next();
    if (!begun && CsvRecords.isHeader(fields, List.of())) {
      fields = records.next();
    }
    begun = true;
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    if (fields.size() != 2) {
      Piece where = fields.get(Math.min(fields.size() - 1, 2));
      throw records.problem(where, "expected from,to, found " + CsvRecords.columns(fields.size()));
    }
    Values.label(source, fields.get(0));
    Values.label(source, fields.get(1));
    return Optional.of(new Pair(source, fields.get(0), fields.get(1)));
  }
}
