package org.lagroups.core.graph.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** The mark that some programs put in front of UTF-8 text. It does not belong to the text. */
final class ByteOrderMark {

  private static final char MARK = '\uFEFF';

  private ByteOrderMark() {}

  /** The text after the mark, if there is one. */
  static Reader skip(Reader reader) throws IOException {
    BufferedReader text = new BufferedReader(reader);
    text.mark(1);
    if (text.read() != MARK) {
      text.reset();
    }
    return text;
  }
}
