package org.lagroups.scenarios.bench.session;

/** Bulk data that flows as fast as it can, from when it is made until it is closed. */
public interface Traffic extends AutoCloseable {

  /** How much is written at a time, in bytes. */
  int PIECE_BYTES = 64 * 1024;

  /** Payload bytes that have arrived. From any thread. */
  long receivedBytes();

  /** Stops it and waits for its threads. */
  @Override
  void close();
}
