package org.lagroups.node.cli.graph.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds where a file stops being UTF-8 text: who reads it learns that it does, but not where. */
final class NotUtf8 {

  private static final int BUFFER_LENGTH = 8_192;

  private int line = 1;
  private int column = 1;
  private char last;

  private NotUtf8() {}

  /** The place, such as {@code , line 1, column 2}; nothing if the file cannot be read again. */
  static String place(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      NotUtf8 search = new NotUtf8();
      search.readTo(in);
      return ", line %d, column %d,".formatted(search.line, search.column);
    } catch (IOException e) {
      return "";
    }
  }

  private void readTo(InputStream in) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.allocate(BUFFER_LENGTH);
    CharBuffer chars = CharBuffer.allocate(BUFFER_LENGTH);
    boolean more = true;
    while (more) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, count)).flip();
      CoderResult result = decoder.decode(bytes, chars, count < 0);
      chars.flip().chars().forEach(c -> pass((char) c));
      chars.clear();
      bytes.compact();
      more = count >= 0 && !result.isError();
    }
  }

  /** Lines end with LF, CRLF or CR. */
  private void pass(char c) {
    boolean ends = c == '\n' || c == '\r';
    if (c == '\n' && last == '\r') {
      line--;
    }
    line += ends ? 1 : 0;
    column = ends ? 1 : column + 1;
    last = c;
  }
}
