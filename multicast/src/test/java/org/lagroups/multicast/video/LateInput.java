package org.lagroups.multicast.video;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A standard input from which nothing comes until it is opened; keeps what was read. */
final class LateInput extends InputStream {

  private final CompletableFuture<InputStream> opened = new CompletableFuture<>();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /** From now on what this has is read. */
  void open(InputStream from) {
    opened.complete(from);
  }

  /** All that was read so far. */
  byte[] kept() {
    return kept.toByteArray();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int count = source().read(target, from, length);
    kept.write(target, from, Math.max(0, count));
    return count;
  }

  private InputStream source() throws IOException {
    try {
      return opened.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the node ends");
    } catch (ExecutionException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
