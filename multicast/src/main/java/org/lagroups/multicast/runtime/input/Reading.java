package org.lagroups.multicast.runtime.input;

import java.io.IOException;

/** Reads an input from its beginning to its end, on a thread of its own. */
interface Reading extends AutoCloseable {

  /**
   * Reads and hands over until the input ends or nobody wants it any more.
   *
   * @return how it ended
   */
  InputEvent run(Handover handover) throws IOException, InterruptedException;

  /** From any thread: lets {@link #run} end soon, where that can be done. */
  @Override
  void close();

  /** What a failure of {@link #run} means, for people. */
  InputEvent.Failed failure(IOException e);
}
