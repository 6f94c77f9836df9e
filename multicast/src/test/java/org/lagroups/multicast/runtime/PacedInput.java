package org.lagroups.multicast.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lagroups.machine.Bytes;

/** The end of a pipe into which a test puts what comes at its own pace. */
final class PacedInput implements AutoCloseable {

  private static final int PIPE_BYTES = 64 * 1024;

  private final PipedInputStream in = new PipedInputStream(PIPE_BYTES);
  private final PipedOutputStream out = new PipedOutputStream();

  PacedInput() throws IOException {
    out.connect(in);
  }

  InputStream stream() {
    return in;
  }

  /** Puts it in, piece by piece, as fast as said. */
  void put(Bytes content, int pieceBytes, long bytesPerSecond) throws IOException {
    long start = System.nanoTime();
    for (int at = 0; at < content.length(); at += pieceBytes) {
      byte[] piece = content.slice(at, Math.min(content.length(), at + pieceBytes)).toArray();
      out.write(piece);
      out.flush();
      long due = start + (at + piece.length) * TimeUnit.SECONDS.toNanos(1) / bytesPerSecond;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
    }
  }

  /** Nothing more comes. */
  void end() throws IOException {
    out.close();
  }

  @Override
  public void close() throws IOException {
    end();
  }
}
