package org.lagroups.core.graph.io;

/** A text is not the graph it should be. The message names the place and says what was expected. */
public final class GraphFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String source;
  private final int line;
  private final int column;

  GraphFormatException(String source, int line, int column, String problem) {
    super("%s, line %d, column %d: %s".formatted(source, line, column, problem));
    this.source = source;
    this.line = line;
    this.column = column;
  }

  GraphFormatException(String source, Piece at, String problem) {
    this(source, at.line(), at.column(), problem);
  }

  /** What the caller named the text, a file for instance. */
  public String source() {
    return source;
  }

  /** The line, from 1 up. */
  public int line() {
    return line;
  }

  /** The column in characters, from 1 up. */
  public int column() {
    return column;
  }
}
