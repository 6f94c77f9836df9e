package org.lagroups.multicast.stream.chunk;

/** What came of checking a chunk. */
public sealed interface ChunkCheck {

  /** It is the publisher's. */
  record Accepted(Chunk chunk) implements ChunkCheck {}

  /** It is not, or not for sure. */
  record Refused(ChunkRefusal reason) implements ChunkCheck {}
}
