package org.lagroups.core.graph.io;

import java.util.function.DoublePredicate;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.machine.Printable;

/** Names and numbers, read and written alike in all formats. */
final class Values {

  /** The longest name of a vertex, in characters. */
  static final int MAX_LABEL_CHARS = 256;

  private static final double MAX_EXACT_INTEGER = 1e15;
  private static final String DECIMAL = "0123456789.eE+-";

  private Values() {}

  /** The name of a vertex. */
  static String label(String source, Piece piece) throws GraphFormatException {
    int length = piece.text().length();
    if (length < 1 || length > MAX_LABEL_CHARS) {
      throw new GraphFormatException(
          source,
          piece,
          "expected a name of 1 to %d characters, found %d".formatted(MAX_LABEL_CHARS, length));
    }
    return piece.text();
  }

  /** A cost; the default if nothing is written. */
  static double cost(String source, Piece piece) throws GraphFormatException {
    return piece.text().isEmpty()
        ? AttestationEdge.DEFAULT_COST
        : number(source, piece, AttestationEdge::isCost, "a cost above 0 and up to 1e15");
  }

  /** A capacity; the default if nothing is written. */
  static double capacity(String source, Piece piece) throws GraphFormatException {
    return piece.text().isEmpty()
        ? AttestationEdge.DEFAULT_CAPACITY
        : number(source, piece, AttestationEdge::isCapacity, "a capacity of 0 to 1e15");
  }

  /** What a vertex is called in a file. */
  static String name(Object vertex) {
    String name = vertex.toString();
    if (name.isEmpty() || name.length() > MAX_LABEL_CHARS) {
      throw new IllegalArgumentException(
          "a vertex has a name of 1 to %d characters, unlike \"%s\""
              .formatted(MAX_LABEL_CHARS, Printable.of(name)));
    }
    return name;
  }

  /** A cost or capacity as it is written: the shortest text that is read as the same number. */
  static String text(double value) {
    return value == Math.rint(value) && value < MAX_EXACT_INTEGER
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static double number(
      String source, Piece piece, DoublePredicate isInRange, String expected)
      throws GraphFormatException {
    double value = decimal(piece.text());
    if (!isInRange.test(value)) {
      throw new GraphFormatException(
          source, piece, "expected %s, found \"%s\"".formatted(expected, shown(piece)));
    }
    return value;
  }

  /** What a text says, safe to be shown in a message. */
  static String shown(Piece piece) {
    return Printable.of(piece.text());
  }

  /** The decimal number that a text spells, or not-a-number, which is in nobody's range. */
  private static double decimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (DECIMAL.indexOf(text.charAt(i)) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      return Double.NaN;
    }
  }
}
