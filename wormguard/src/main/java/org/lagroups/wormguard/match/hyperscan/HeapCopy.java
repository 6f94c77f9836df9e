package org.lagroups.wormguard.match.hyperscan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Native memory for texts that are in the heap, as large as the largest of them. */
final class HeapCopy {

  private static final int SMALLEST_BYTES = 4_096;

  private Arena arena = Arena.ofShared();
  private MemorySegment memory = MemorySegment.NULL;

  /** A copy, which the next one overwrites. */
  MemorySegment of(MemorySegment heap, long offset, int lengthBytes) {
    if (memory.byteSize() < lengthBytes) {
      arena.close();
      arena = Arena.ofShared();
      // Half as much again, so that texts that grow little by little are not all allocated for.
      memory = arena.allocate(Math.max(SMALLEST_BYTES, lengthBytes + lengthBytes / 2L));
    }
    MemorySegment.copy(heap, offset, memory, 0, lengthBytes);
    return memory;
  }

  void close() {
    arena.close();
  }
}
