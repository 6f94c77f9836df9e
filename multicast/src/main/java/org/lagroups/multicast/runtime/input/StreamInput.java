package org.lagroups.multicast.runtime.input;

import java.util.OptionalLong;

/** Where a stream comes from. Used on the loop, where its events are told, too. */
public interface StreamInput extends AutoCloseable {

  /** How long the whole is, if that is known beforehand: of a file. */
  OptionalLong lengthBytes();

  /**
   * Lets {@code pieces} more pieces come. Nothing comes unasked but the end, a failure and silence.
   */
  void request(int pieces);

  /** What has come so far. From any thread. */
  InputCounts counts();

  /** Lets go of it: nothing is told any more. */
  @Override
  void close();
}
