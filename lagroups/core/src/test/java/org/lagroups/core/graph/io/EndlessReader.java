package org.lagroups.core.graph.io;

import java.io.Reader;
import java.util.function.IntFunction;

/** A text of ever more lines. */
final class EndlessReader extends Reader {

  private final IntFunction<String> lines;
  private String line = "";
  private int number;
  private int position;

  EndlessReader(IntFunction<String> lines) {
    this.lines = lines;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    int count = 0;
    while (count < length) {
      if (position == line.length()) {
        line = lines.apply(number++);
        position = 0;
      }
      target[offset + count++] = line.charAt(position++);
    }
    return count;
  }

  @Override
  public void close() {}
}
