package org.lagroups.wormguard.eve;

import java.io.OutputStream;
import java.util.Arrays;

/** The bytes of one line, used again for the next. */
final class LineBuffer extends OutputStream {

  private static final int FIRST_BYTES = 4_096;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  @Override
  public void write(int octet) {
    makeRoom(1);
    bytes[length++] = (byte) octet;
  }

  @Override
  public void write(byte[] from, int offset, int count) {
    makeRoom(count);
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  private void makeRoom(int count) {
    if (count > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
