package org.lagroups.multicast.stream.chunk;

/** Why a chunk is not taken. */
public enum ChunkRefusal {
  /** Its length, or its place, does not fit the stream's header. */
  BAD_SHAPE,
  /** Its path has not as many hashes as its place in the batch asks for. */
  BAD_PATH,
  /** The publisher has not signed it: the chunk, its place, its proof or its stream was altered. */
  BAD_SIGNATURE,
  /** The publisher has signed something else in this place. */
  CONTRADICTION;

  /** Whether the publisher is at fault. Otherwise it is the neighbour who passed the chunk on. */
  public boolean isByPublisher() {
    return this == CONTRADICTION;
  }
}
