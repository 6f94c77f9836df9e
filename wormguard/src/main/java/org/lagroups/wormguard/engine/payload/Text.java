package org.lagroups.wormguard.engine.payload;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The bytes that are judged. Places in them are counted from their start. */
final class Text {

  private MemorySegment memory = MemorySegment.NULL;
  private long start;
  private long length;

  void set(MemorySegment in, long from, long bytes) {
    memory = in;
    start = from;
    length = bytes;
  }

  long length() {
    return length;
  }

  MemorySegment memory() {
    return memory;
  }

  /** Where the text begins in the memory. */
  long start() {
    return start;
  }

  int at(long place) {
    return Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, start + place));
  }
}
