package org.lagroups.multicast.stream.chunk;

import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamHeader;

/**
 * A piece of a stream.
 *
 * @param sequence its place among the stream's chunks, from 0, at most {@link #MAX_SEQUENCE}
 * @param payload at most {@link StreamHeader#MAX_CHUNK_BYTES}; empty only where a stream whose
 *     length nobody knew has ended
 */
public record Chunk(long sequence, Bytes payload) {

  /** The greatest sequence. */
  public static final long MAX_SEQUENCE = StreamHeader.MAX_LENGTH_BYTES;

  public Chunk {
    if (sequence < 0 || sequence > MAX_SEQUENCE) {
      throw new IllegalArgumentException("no sequence of a chunk: " + sequence);
    }
    if (payload.length() > StreamHeader.MAX_CHUNK_BYTES) {
      throw new IllegalArgumentException("longer than a chunk: " + payload.length());
    }
  }
}
