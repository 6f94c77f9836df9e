package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.output.OutputEvent;

/** What an output writes to. Used by the output's thread alone, but for {@link #close}; blocks. */
interface Sink extends AutoCloseable {

  /**
   * Writes a payload.
   *
   * @param waitingBytes how much waits behind it
   */
  void write(Bytes payload, long waitingBytes) throws IOException;

  /** Nothing has come for a moment: what was held back to go with more goes out. */
  void idle() throws IOException;

  /** That was all: it goes out, and stays. */
  void finish() throws IOException;

  /** What a failure means. */
  OutputEvent.Last failure(IOException e);

  /** Lets go of it; from any thread. */
  @Override
  void close();
}
