package org.lagroups.wormguard.engine.payload;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/**
 * The bytes that are judged. Places in them are counted from the start of the stream or packet,
 * which may lie before the first byte that is there.
 */
final class Text {

  private static final ValueLayout.OfLong EIGHT =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private MemorySegment memory = MemorySegment.NULL;
  private long start;
  private long first;
  private long length;

  /** Takes bytes of which the first is at a place. */
  void set(MemorySegment in, long from, long bytes, long place) {
    memory = in;
    start = from - place;
    first = place;
    length = place + bytes;
  }

  /** The place of the first byte that is there. */
  long first() {
    return first;
  }

  /** The place behind the last byte. */
  long length() {
    return length;
  }

  MemorySegment memory() {
    return memory;
  }

  /** Where place 0 is in the memory, or would be. */
  long start() {
    return start;
  }

  /** Eight bytes from a place on, the first one lowest. */
  long eight(long place) {
    return memory.get(EIGHT, start + place);
  }

  /** Eight bytes of an array, in the same order. */
  static long eight(byte[] bytes, int from) {
    return MemorySegment.ofArray(bytes).get(EIGHT, from);
  }

  int at(long place) {
    return Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, start + place));
  }
}
