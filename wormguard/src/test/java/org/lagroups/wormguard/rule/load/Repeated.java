package org.lagroups.wormguard.rule.load;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A long file that is in no memory: a line again and again, with a number if it has a place. */
final class Repeated extends InputStream {

  private final String line;
  private final int times;
  private byte[] current = {};
  private int at;
  private int count;
  private long given;

  Repeated(String line, int times) {
    this.line = line;
    this.times = times;
  }

  /** How many bytes were read. */
  long given() {
    return given;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int done = 0;
    while (done < length && hasMore()) {
      int part = Math.min(length - done, current.length - at);
      System.arraycopy(current, at, target, offset + done, part);
      at += part;
      done += part;
    }
    given += done;
    return done == 0 && length > 0 ? -1 : done;
  }

  private boolean hasMore() {
    if (at == current.length && count < times) {
      count++;
      if (count == 1 || line.contains("%")) {
        current = line.formatted(count, 1).getBytes(StandardCharsets.ISO_8859_1);
      }
      at = 0;
    }
    return at < current.length;
  }
}
