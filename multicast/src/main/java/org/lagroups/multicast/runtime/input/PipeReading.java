package org.lagroups.multicast.runtime.input;

import java.io.IOException;
import java.io.InputStream;
import org.lagroups.machine.Bytes;

/**
 * Reads standard input, or another stream of which nobody knows how long it is, and hands over what
 * is there without waiting for more.
 *
 * <p>A read that waits cannot be called off: after {@link #close} the thread stays until something
 * comes, which is lost, or the program ends.
 */
final class PipeReading implements Reading {

  private final Source source;
  private final String name;
  private final int pieceBytes;

  /** Opens what is to be read; that may take as long as somebody needs to write the first byte. */
  @FunctionalInterface
  interface Source {
    InputStream open() throws IOException;
  }

  PipeReading(Source source, String name, int pieceBytes) {
    this.source = source;
    this.name = name;
    this.pieceBytes = pieceBytes;
  }

  @Override
  public InputEvent run(Handover handover) throws IOException, InterruptedException {
    byte[] buffer = new byte[pieceBytes];
    try (InputStream in = source.open()) {
      int read = in.read(buffer);
      while (read >= 0 && handover.put(Bytes.copyOf(buffer, 0, read))) {
        read = in.read(buffer);
      }
    }
    return new InputEvent.Ended();
  }

  @Override
  public void close() {
    // closing a pipe waits for the read that is under way
  }

  @Override
  public InputEvent.Failed failure(IOException e) {
    return new InputEvent.Failed(Inputs.unreadable(name, e));
  }
}
