package org.lagroups.wormguard.rule.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a file of rules, where those that end in a backslash go on in the next; comments and
 * empty lines left out. Keeps one line in memory, however long the file is.
 */
final class RuleLines {

  /** Room behind the longest rule for what ends a line. */
  private static final int SPARE = 2;

  private final InputStream in;
  private final long mostBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long taken;

  private byte[] line = new byte[1 << 10];
  private int length;
  private boolean isTooLong;
  private boolean isLongComment;
  private int physical;
  private int first;
  private boolean isCut;

  RuleLines(InputStream in, long mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
  }

  /** Goes to the next line; whether there is one. */
  boolean next() throws IOException {
    do {
      length = 0;
      isTooLong = false;
      isLongComment = false;
      first = physical + 1;
      if (!readLine()) {
        return false;
      }
    } while (isLongComment || (!isTooLong && isNoRule()));
    return true;
  }

  /** Its number, from 1; that of its first part. */
  int number() {
    return first;
  }

  /** Whether it is longer than a rule may be, so that its text is not there. */
  boolean isTooLong() {
    return isTooLong;
  }

  /** Whether the file is longer than may be read; there is no next line then. */
  boolean isCut() {
    return isCut;
  }

  String text() {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
  }

  private boolean isNoRule() {
    int start = 0;
    while (start < length && line[start] <= ' ' && line[start] >= 0) {
      start++;
    }
    return start == length || line[start] == '#';
  }

  /** Reads a line with those that it goes on in; false if there is nothing left, or too much. */
  private boolean readLine() throws IOException {
    boolean isSomething = false;
    while (fill()) {
      isSomething = true;
      int end = lineEnd();
      append(end);
      boolean isWhole = end < filled;
      at = isWhole ? end + 1 : end;
      if (isWhole) {
        physical++;
        if (!goesOn()) {
          return true;
        }
      }
    }
    return isSomething && !isCut;
  }

  /** Whether the line ends in a backslash, which it then does no more. Comments do not go on. */
  private boolean goesOn() {
    if (isLongComment) {
      return false;
    }
    int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    if (end == 0 || line[end - 1] != '\\' || isNoRule()) {
      return false;
    }
    length = end - 1;
    return true;
  }

  /** Where the next line feed is in the buffer, or the buffer ends. */
  private int lineEnd() {
    int end = at;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Adds a part of the buffer to the line, of which no more is kept than is needed. */
  private void append(int end) {
    int count = end - at;
    if (length + count > RuleParser.MAX_BYTES + SPARE) {
      isLongComment = isLongComment || (!isTooLong && isNoRule());
      isTooLong = !isLongComment;
      // The last bytes are kept, as they say whether the line goes on.
      length = Math.min(count, SPARE);
      System.arraycopy(buffer, end - length, line, 0, length);
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, 2 * line.length));
    }
    System.arraycopy(buffer, at, line, length, count);
    length += count;
  }

  /** Has something in the buffer, if there is anything left that may be read. */
  private boolean fill() throws IOException {
    if (at < filled) {
      return true;
    }
    int count = in.read(buffer, 0, buffer.length);
    at = 0;
    filled = (int) Math.min(Math.max(0, count), mostBytes - taken);
    taken += filled;
    isCut = isCut || filled < count;
    return filled > 0;
  }
}
