package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputProblems;

/** Writes to standard output, or wherever it was sent. */
final class PipeSink implements Sink {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final OutputStream out;
  private byte[] buffer = new byte[BUFFER_BYTES];

  /**
   * Writes to {@code out}.
   *
   * @param out tells when it breaks, as a PrintStream does not
   */
  PipeSink(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(Bytes payload, long waitingBytes) throws IOException {
    if (payload.length() > buffer.length) {
      buffer = new byte[payload.length()];
    }
    payload.copyTo(buffer, 0);
    out.write(buffer, 0, payload.length());
    out.flush();
  }

  @Override
  public void idle() {
    // everything went out at once
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public OutputEvent.Last failure(IOException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    boolean isGone = text.contains("broken pipe") || text.contains("pipe closed");
    return isGone
        ? new OutputEvent.ReaderGone()
        : new OutputEvent.Failed(
            StreamProblem.of(OutputProblems.DISK.of(e, Path.of("standard output"))));
  }

  @Override
  public void close() {
    // it belongs to the program, and a write that waits cannot be called off
  }
}
