package org.lagroups.wormguard.packet;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Unsigned numbers in memory, at any alignment. In network order, which is big-endian, unless said
 * otherwise. Reading outside of the memory throws; callers check lengths before.
 */
public final class Octets {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(BIG_ENDIAN);
  private static final ValueLayout.OfShort LITTLE_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(LITTLE_ENDIAN);
  private static final ValueLayout.OfInt LITTLE_INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(LITTLE_ENDIAN);

  private Octets() {}

  /** One byte. */
  public static int u8(MemorySegment memory, long at) {
    return Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, at));
  }

  /** Two bytes. */
  public static int u16(MemorySegment memory, long at) {
    return Short.toUnsignedInt(memory.get(SHORT, at));
  }

  /** Four bytes. */
  public static long u32(MemorySegment memory, long at) {
    return Integer.toUnsignedLong(memory.get(INT, at));
  }

  /** Eight bytes, as they are. */
  public static long bits64(MemorySegment memory, long at) {
    return memory.get(LONG, at);
  }

  /** Two bytes, the lesser first. */
  public static int u16Little(MemorySegment memory, long at) {
    return Short.toUnsignedInt(memory.get(LITTLE_SHORT, at));
  }

  /** Four bytes, the least first. */
  public static long u32Little(MemorySegment memory, long at) {
    return Integer.toUnsignedLong(memory.get(LITTLE_INT, at));
  }

  /** Writes one byte. */
  public static void put8(MemorySegment memory, long at, int value) {
    memory.set(ValueLayout.JAVA_BYTE, at, (byte) value);
  }

  /** Writes two bytes. */
  public static void put16(MemorySegment memory, long at, int value) {
    memory.set(SHORT, at, (short) value);
  }
}
