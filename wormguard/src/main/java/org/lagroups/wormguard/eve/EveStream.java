package org.lagroups.wormguard.eve;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A log in a stream of bytes, which gets whole lines only: as many as fit into a buffer at a time,
 * or a longer one by itself.
 */
public final class EveStream implements EveLog, AutoCloseable {

  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int filled;

  /** A log that writes to a stream, and closes it in the end. */
  public EveStream(OutputStream out) {
    this.out = out;
  }

  @Override
  public synchronized void line(byte[] bytes, int length) {
    if (length > buffer.length - filled) {
      flush();
    }
    if (length > buffer.length) {
      write(bytes, length);
      return;
    }
    System.arraycopy(bytes, 0, buffer, filled, length);
    filled += length;
  }

  /** Writes what is buffered. Any thread. */
  public synchronized void flush() {
    int length = filled;
    filled = 0;
    write(buffer, length);
  }

  @Override
  public synchronized void close() {
    try (OutputStream closing = out) {
      flush();
      closing.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
