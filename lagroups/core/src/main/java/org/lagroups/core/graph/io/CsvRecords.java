package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits a CSV text into records (RFC 4180), skipping blank lines and those that begin with {@code
 * #}. Blanks around a field do not belong to it unless they are quoted. Lines end with LF, CRLF or
 * CR. At most one record is in memory.
 */
final class CsvRecords {

  /** The longest record or comment, in characters. */
  static final int MAX_RECORD_CHARS = 4_096;

  /** What headers call the two ends of an edge or a pair. */
  private static final Set<List<String>> ENDS =
      Set.of(
          List.of("attester", "attestee"),
          List.of("source", "target"),
          List.of("from", "to"),
          List.of("src", "dst"));

  private static final int END = -1;

  private final String source;
  private final Reader reader;
  private final StringBuilder field = new StringBuilder();
  private int current;
  private int line = 1;
  private int column = 1;
  private int recordChars;

  /**
   * At the beginning of the text.
   *
   * @param source what messages call the text
   */
  CsvRecords(String source, Reader reader) throws IOException {
    this.source = source;
    this.reader = ByteOrderMark.skip(reader);
    this.current = this.reader.read();
  }

  /** Whether a record names two ends, and then the first of these further columns. */
  static boolean isHeader(List<Piece> fields, List<String> further) {
    List<String> names =
        fields.stream().map(field -> field.text().toLowerCase(Locale.ROOT)).toList();
    return names.size() >= 2
        && names.size() <= 2 + further.size()
        && ENDS.contains(names.subList(0, 2))
        && names.subList(2, names.size()).equals(further.subList(0, names.size() - 2));
  }

  /** How many there are, for a message. */
  static String columns(int count) {
    return count == 1 ? "1 column" : count + " columns";
  }

  /** The fields of the next record, at least one; none at the end of the text. */
  List<Piece> next() throws IOException, GraphFormatException {
    while (current != END) {
      recordChars = 0;
      skipBlanks();
      if (current == '#') {
        skipLine();
      } else if (!atLineEnd()) {
        return readRecord();
      }
      endLine();
    }
    return List.of();
  }

  GraphFormatException problem(Piece at, String problem) {
    return problem(at.line(), at.column(), problem);
  }

  private List<Piece> readRecord() throws IOException, GraphFormatException {
    List<Piece> fields = new ArrayList<>(4);
    fields.add(readField());
    while (current == ',') {
      advance();
      fields.add(readField());
    }
    endLine();
    return fields;
  }

  private Piece readField() throws IOException, GraphFormatException {
    skipBlanks();
    int startLine = line;
    int startColumn = column;
    field.setLength(0);
    if (current == '"') {
      readQuoted(startLine, startColumn);
    } else {
      readPlain(startLine, startColumn);
    }
    return new Piece(field.toString(), startLine, startColumn);
  }

  private void readPlain(int startLine, int startColumn) throws IOException, GraphFormatException {
    while (current != ',' && !atLineEnd()) {
      if (current == '"') {
        throw problem(
            startLine,
            startColumn,
            "a field with a quote in it has to be quoted as a whole, and the quote doubled");
      }
      field.append((char) current);
      advance();
    }
    int length = field.length();
    while (length > 0 && isBlank(field.charAt(length - 1))) {
      length--;
    }
    field.setLength(length);
  }

  private void readQuoted(int startLine, int startColumn) throws IOException, GraphFormatException {
    advance();
    boolean open = true;
    while (open) {
      if (current == END) {
        throw problem(startLine, startColumn, "this quote is never closed");
      }
      if (current == '"') {
        advance();
        open = current == '"';
      }
      if (open) {
        field.append((char) current);
        advance();
      }
    }
    skipBlanks();
    if (current != ',' && !atLineEnd()) {
      throw problem(line, column, "after a closing quote comes a comma or the end of the line");
    }
  }

  private void skipLine() throws IOException, GraphFormatException {
    while (!atLineEnd()) {
      advance();
    }
  }

  private void skipBlanks() throws IOException, GraphFormatException {
    while (isBlank(current)) {
      advance();
    }
  }

  /** Goes past the line's end, of which CRLF is one. */
  private void endLine() throws IOException {
    if (current == '\r') {
      current = reader.read();
      if (current == '\n') {
        current = reader.read();
      }
    } else if (current == '\n') {
      current = reader.read();
    }
    line++;
    column = 1;
  }

  private void advance() throws IOException, GraphFormatException {
    if (++recordChars > MAX_RECORD_CHARS) {
      throw problem(line, column, "a line has at most " + MAX_RECORD_CHARS + " characters");
    }
    int previous = current;
    current = reader.read();
    column++;
    if (previous == '\n' || (previous == '\r' && current != '\n')) {
      line++;
      column = 1;
    }
  }

  private boolean atLineEnd() {
    return current == '\n' || current == '\r' || current == END;
  }

  private static boolean isBlank(int character) {
    return character == ' ' || character == '\t';
  }

  private GraphFormatException problem(int atLine, int atColumn, String problem) {
    return new GraphFormatException(source, atLine, atColumn, problem);
  }
}
