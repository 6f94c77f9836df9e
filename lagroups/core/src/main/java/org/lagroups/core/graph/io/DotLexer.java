package org.lagroups.core.graph.io;

import java.io.IOException;
import java.io.Reader;

/**
 * Splits a text in the DOT language into tokens, skipping comments and lines that begin with {@code
 * #}. At most one token is in memory.
 */
final class DotLexer {

  /** The longest token, in characters. Comments may be longer: they are not kept. */
  static final int MAX_TOKEN_CHARS = 4_096;

  private static final int END = -1;

  private final String source;
  private final Reader reader;
  private final StringBuilder text = new StringBuilder();
  private int current;
  private int line = 1;
  private int column = 1;

  /** At the beginning of a text, which messages call {@code source}. */
  DotLexer(String source, Reader reader) throws IOException {
    this.source = source;
    this.reader = ByteOrderMark.skip(reader);
    this.current = this.reader.read();
  }

  /** What a token is. */
  enum Kind {
    /** A name without quotes, or a number. */
    WORD,
    /** A text in quotes, its quotes removed and {@code \"} resolved, other escapes as they are. */
    QUOTED,
    /** One of <code>{ } [ ] ; , = -></code>. */
    MARK,
    /** The end of the text. */
    END
  }

  /** A token and where it begins. */
  record Token(Kind kind, Piece piece) {

    String text() {
      return piece.text();
    }

    boolean isMark(String mark) {
      return kind == Kind.MARK && text().equals(mark);
    }

    boolean isId() {
      return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** Whether it is a word of the language, in whatever case, and not a quoted name. */
    boolean isWord(String word) {
      return kind == Kind.WORD && text().equalsIgnoreCase(word);
    }
  }

  /** The next token. */
  Token next() throws IOException, GraphFormatException {
    skipBlanksAndComments();
    int startLine = line;
    int startColumn = column;
    text.setLength(0);
    Kind kind = readToken();
    return new Token(kind, new Piece(text.toString(), startLine, startColumn));
  }

  GraphFormatException problem(Piece at, String problem) {
    return new GraphFormatException(source, at, problem);
  }

  private Kind readToken() throws IOException, GraphFormatException {
    if (current == END) {
      return Kind.END;
    }
    if (isNameStart(current)) {
      while (isNameStart(current) || isDigit(current)) {
        take();
      }
      return Kind.WORD;
    }
    return switch (current) {
      case '"' -> readQuoted();
      case '{', '}', '[', ']', ';', ',', '=' -> {
        take();
        yield Kind.MARK;
      }
      case '-' -> readAfterMinus();
      default -> {
        if (!isDigit(current) && current != '.') {
          throw unexpected();
        }
        yield readNumber();
      }
    };
  }

  private Kind readAfterMinus() throws IOException, GraphFormatException {
    Piece start = here();
    take();
    return switch (current) {
      case '>' -> {
        take();
        yield Kind.MARK;
      }
      case '-' -> throw problem(start, "undirected edges (--) are not supported: expected ->");
      default -> readNumber();
    };
  }

  /** The rest of a number: digits, or digits around a point. */
  private Kind readNumber() throws IOException, GraphFormatException {
    Piece start = here();
    int digits = takeDigits();
    if (current == '.') {
      take();
      digits += takeDigits();
    }
    if (digits == 0) {
      throw problem(start, "expected a number");
    }
    if (isNameStart(current) || current == '.') {
      throw problem(here(), "expected the end of the number; a name like this has to be quoted");
    }
    return Kind.WORD;
  }

  private int takeDigits() throws IOException, GraphFormatException {
    int count = 0;
    while (isDigit(current)) {
      take();
      count++;
    }
    return count;
  }

  private Kind readQuoted() throws IOException, GraphFormatException {
    Piece start = here();
    advance();
    while (current != '"') {
      if (current == END) {
        throw problem(start, "this quote is never closed");
      }
      if (current == '\\') {
        advance();
        readEscaped();
      } else {
        take();
      }
    }
    advance();
    return Kind.QUOTED;
  }

  /** After a backslash: a quote stands for itself, a line's end for nothing, the rest for later. */
  private void readEscaped() throws IOException, GraphFormatException {
    if (current == '\n') {
      advance();
    } else if (current == '"') {
      take();
    } else {
      append('\\');
      if (current == '\\') {
        take();
      }
    }
  }

  private void skipBlanksAndComments() throws IOException, GraphFormatException {
    boolean more = true;
    while (more) {
      if (current == '#' && column == 1) {
        skipLine();
      } else if (current == '/') {
        skipComment();
      } else if (current == ' ' || current == '\t' || current == '\n' || current == '\r') {
        advance();
      } else {
        more = false;
      }
    }
  }

  private void skipComment() throws IOException, GraphFormatException {
    Piece start = here();
    advance();
    if (current == '/') {
      skipLine();
    } else if (current == '*') {
      advance();
      int previous = ' ';
      while (previous != '*' || current != '/') {
        if (current == END) {
          throw problem(start, "this comment is never closed");
        }
        previous = current;
        advance();
      }
      advance();
    } else {
      throw problem(start, "expected a comment after /");
    }
  }

  private void skipLine() throws IOException {
    while (current != '\n' && current != END) {
      advance();
    }
  }

  private GraphFormatException unexpected() {
    return problem(
        here(),
        switch (current) {
          case '<' -> "HTML names (<...>) are not supported: quote the name";
          case ':' -> "ports (:) are not supported; a name with a colon has to be quoted";
          case '+' -> "joined texts (+) are not supported: write one text";
          default -> "expected a name, a number or one of { } [ ] ; , = ->";
        });
  }

  private Piece here() {
    return new Piece("", line, column);
  }

  private void take() throws IOException, GraphFormatException {
    append((char) current);
    advance();
  }

  private void append(char character) throws GraphFormatException {
    if (text.length() == MAX_TOKEN_CHARS) {
      throw problem(here(), "a name or text has at most " + MAX_TOKEN_CHARS + " characters");
    }
    text.append(character);
  }

  private void advance() throws IOException {
    if (current == '\n') {
      line++;
      column = 1;
    } else {
      column++;
    }
    current = reader.read();
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Letters, the underscore, and all characters beyond ASCII. */
  private static boolean isNameStart(int character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || character == '_'
        || character >= 0x80;
  }
}
