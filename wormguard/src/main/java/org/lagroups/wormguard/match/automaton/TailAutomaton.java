package org.lagroups.wormguard.match.automaton;

import java.util.List;

/**
 * A deterministic automaton that knows, after each byte, whether the last bytes of the text are the
 * tail of a literal, the case of letters left aside. (Aho and Corasick, "Efficient string
 * matching", 1975, with all transitions filled in.)
 *
 * <p>Its state depends on nothing before the last {@link #tailBytes} bytes, so a text may be read
 * from several places at once.
 */
final class TailAutomaton {

  /** The most bytes of its table. */
  static final long MAX_TABLE_BYTES = 48L << 20;

  /** Longer tails are rarer in texts, shorter ones make a smaller table. */
  static final int MAX_TAIL_BYTES = 8;

  /** So short that the table of any {@code LiteralSet} fits: 40,001 states of 231 classes. */
  static final int MIN_TAIL_BYTES = 4;

  private final int tailBytes;
  private final ByteClasses classes;
  private final int[] table;

  private TailAutomaton(int tailBytes, ByteClasses classes, int[] table) {
    this.tailBytes = tailBytes;
    this.classes = classes;
    this.table = table;
  }

  /** For folded literals, none of them empty. */
  static TailAutomaton of(List<byte[]> literals) {
    for (int length = MAX_TAIL_BYTES; ; length--) {
      SortedTails tails = SortedTails.of(literals, length);
      ByteClasses classes = new ByteClasses(tails.tails());
      long entries = (long) tails.prefixes() * classes.count();
      if (length == MIN_TAIL_BYTES || entries * Integer.BYTES <= MAX_TABLE_BYTES) {
        return new TailAutomaton(length, classes, new Filling(tails, classes).table);
      }
    }
  }

  /** How many of the last bytes its state depends on. */
  int tailBytes() {
    return tailBytes;
  }

  /** The class of each byte, by its unsigned value. */
  byte[] classTable() {
    return classes.table();
  }

  /**
   * The next row by row and class, at their sum. Row 0 is the first; a row where a tail ends stands
   * as its complement, which is negative.
   */
  int[] table() {
    return table;
  }

  long memoryBytes() {
    return (long) table.length * Integer.BYTES;
  }

  /** Fills a table level by level: rows of shorter prefixes come first. */
  private static final class Filling {

    private final SortedTails tails;
    private final ByteClasses classes;
    private final int[] table;
    private final boolean[] ends;
    private int rows = 1;

    Filling(SortedTails tails, ByteClasses classes) {
      this.tails = tails;
      this.classes = classes;
      this.table = new int[tails.prefixes() * classes.count()];
      this.ends = new boolean[tails.prefixes()];
      addPrefixes();
      fillIn();
      markEnds();
    }

    /** A row for each prefix; rows of the same length stand in the order of the tails. */
    private void addPrefixes() {
      int[] rowOf = new int[tails.tails().size()];
      for (int depth = 0; depth < MAX_TAIL_BYTES; depth++) {
        for (int i = 0; i < rowOf.length; i++) {
          byte[] tail = tails.tails().get(i);
          if (tail.length > depth) {
            if (tails.sharedWithPrevious(i) > depth) {
              rowOf[i] = rowOf[i - 1];
            } else {
              int row = rows++;
              table[rowOf[i] * classes.count() + classes.of(tail[depth])] = row;
              rowOf[i] = row;
            }
            ends[rowOf[i]] |= tail.length == depth + 1;
          }
        }
      }
    }

    /**
     * Where no longer prefix follows, goes on as the longest proper suffix that is a prefix would.
     */
    private void fillIn() {
      int width = classes.count();
      int[] suffix = new int[rows];
      for (int row = 0; row < rows; row++) {
        for (int c = 0; c < width; c++) {
          int child = table[row * width + c];
          int other = row == 0 ? 0 : table[suffix[row] * width + c];
          if (child > row) {
            suffix[child] = other;
            ends[child] |= ends[other];
          } else {
            table[row * width + c] = other;
          }
        }
      }
    }

    private void markEnds() {
      for (int i = 0; i < table.length; i++) {
        int row = table[i];
        table[i] = ends[row] ? ~(row * classes.count()) : row * classes.count();
      }
    }
  }

  @Override
  public String toString() {
    return "TailAutomaton[tailBytes=%d, classes=%d, rows=%d]"
        .formatted(tailBytes, classes.count(), table.length / classes.count());
  }
}
