package org.lagroups.node.cli;

import java.util.ArrayList;
import java.util.List;

/** Text in columns, each as wide as it needs to be. */
public final class TextTable {

  private static final String GAP = "  ";

  private final List<String[]> rows = new ArrayList<>();

  /** A table with a line of headings. */
  public TextTable(String... headings) {
    rows.add(headings);
  }

  /** Adds a row; as many cells as there are headings. */
  public TextTable row(String... cells) {
    if (cells.length != rows.getFirst().length) {
      throw new IllegalArgumentException("a row with another number of cells than the headings");
    }
    rows.add(cells);
    return this;
  }

  /** The lines to print; none if there are only headings. */
  public List<String> lines() {
    if (rows.size() == 1) {
      return List.of();
    }
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], width(row[i]));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      line.append(row[i]).append(" ".repeat(widths[i] - width(row[i]))).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
