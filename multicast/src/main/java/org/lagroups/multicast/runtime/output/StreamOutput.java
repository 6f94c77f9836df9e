package org.lagroups.multicast.runtime.output;

import org.lagroups.machine.Bytes;

/** Where a stream goes. Used on the loop, where its events are told, too. Never blocks. */
public interface StreamOutput extends AutoCloseable {

  /**
   * Takes the next payload.
   *
   * @return whether it was taken. If not, it is lost for this output in a live stream; otherwise
   *     offer it again after {@link OutputEvent.Room}
   */
  boolean write(Bytes payload);

  /** Nothing more comes: what has been taken goes out, then the output is finished. */
  void end();

  /** What has gone out so far. From any thread. */
  OutputCounts counts();

  /** Lets go of it at once: nothing is told any more. */
  @Override
  void close();
}
