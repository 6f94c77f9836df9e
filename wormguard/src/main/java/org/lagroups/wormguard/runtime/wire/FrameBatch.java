package org.lagroups.wormguard.runtime.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import org.lagroups.wormguard.packet.Checksums;

/**
 * Frames that came in at one time, and which of them go on. Each lies in a slot of its own, behind
 * the header by which the kernel says what is still to be done with it: a checksum to be completed,
 * or segments to be cut (include/uapi/linux/virtio_net.h). That header goes on with the frame.
 */
public final class FrameBatch {

  /** The most frames of a batch. */
  public static final int MOST_FRAMES = 64;

  /** The most bytes of a frame: 64 KiB in one piece, which is cut on its way out, and its tags. */
  public static final int MOST_FRAME_BYTES = (64 << 10) + 64;

  private static final int HEADER_BYTES = 10;
  private static final int FLAGS = 0;
  private static final int KIND = 1;
  private static final int HEADER_LENGTH = 2;
  private static final int SUM_START = 6;
  private static final int SUM_OFFSET = 8;

  private static final int VLAN_BYTES = 4;
  private static final int ADDRESSES_BYTES = 12;
  private static final int DEFAULT_TAG = 0x8100;

  /** Behind the header, and room for a tag that the kernel tells apart from the frame. */
  private static final int FRAME_AT = 24;

  private static final int CONTROL_BYTES = 40;
  private static final int SLOT_BYTES = 66 << 10;
  private static final int CONTROL_AT = SLOT_BYTES - CONTROL_BYTES;

  /** struct mmsghdr. */
  private static final int MESSAGE_BYTES = 64;

  private static final int VECTORS_AT = 16;
  private static final int VECTOR_COUNT = 24;
  private static final int MESSAGE_CONTROL = 32;
  private static final int MESSAGE_CONTROL_LENGTH = 40;
  private static final int MESSAGE_FLAGS = 48;
  private static final int MESSAGE_LENGTH = 56;

  /** struct iovec. */
  private static final int VECTOR_BYTES = 16;

  /** struct cmsghdr before struct tpacket_auxdata. */
  private static final int CONTROL_LEVEL = 8;

  private static final int CONTROL_KIND = 12;
  private static final int STATUS = 16;
  private static final int TAG = 32;
  private static final int TAG_KIND = 34;

  private static final ValueLayout.OfShort NETWORK =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final MemorySegment slots;
  private final MemorySegment incoming;
  private final MemorySegment outgoing;
  private final MemorySegment outgoingVectors;
  private final long[] offsets = new long[MOST_FRAMES];
  private final int[] lengths = new int[MOST_FRAMES];
  private int count;
  private int kept;

  /** With no frames. Takes about 4 MiB. */
  public FrameBatch() {
    Arena arena = Arena.ofAuto();
    slots = arena.allocate((long) MOST_FRAMES * SLOT_BYTES, Long.BYTES);
    incoming = arena.allocate((long) MOST_FRAMES * MESSAGE_BYTES, Long.BYTES);
    outgoing = arena.allocate((long) MOST_FRAMES * MESSAGE_BYTES, Long.BYTES);
    outgoingVectors = arena.allocate(2L * MOST_FRAMES * VECTOR_BYTES, Long.BYTES);
    MemorySegment vectors = arena.allocate(2L * MOST_FRAMES * VECTOR_BYTES, Long.BYTES);
    for (int i = 0; i < MOST_FRAMES; i++) {
      setVectors(vectors, i, i, FRAME_AT, MOST_FRAME_BYTES);
      setMessage(incoming, i, vectors);
      incoming.set(
          ADDRESS,
          (long) i * MESSAGE_BYTES + MESSAGE_CONTROL,
          slots.asSlice(slot(i) + CONTROL_AT, CONTROL_BYTES));
      setMessage(outgoing, i, outgoingVectors);
    }
  }

  /** How many frames came. */
  public int count() {
    return count;
  }

  /** Where all frames lie. */
  public MemorySegment memory() {
    return slots;
  }

  /** Where in it a frame begins. */
  public long offset(int frame) {
    return offsets[frame];
  }

  /** The bytes of a frame; 0 if it was longer than {@link #MOST_FRAME_BYTES}. */
  public int length(int frame) {
    return lengths[frame];
  }

  /** A frame goes on. Once for each at most, in the order in which they go. */
  public void keep(int frame) {
    setVectors(outgoingVectors, kept, frame, offsets[frame] - slot(frame), lengths[frame]);
    kept++;
  }

  /** How many go on. */
  public int kept() {
    return kept;
  }

  /**
   * Completes the checksum of a frame that the kernel would complete only where it leaves the
   * machine, so that it can be looked at as others are.
   *
   * @return what {@link #unseal} takes
   */
  public int seal(int frame) {
    long header = slot(frame);
    if ((slots.get(JAVA_BYTE, header + FLAGS) & Linux.VIRTIO_NET_HDR_F_NEEDS_CSUM) == 0) {
      return -1;
    }
    int start = Short.toUnsignedInt(slots.get(JAVA_SHORT, header + SUM_START));
    int at = start + Short.toUnsignedInt(slots.get(JAVA_SHORT, header + SUM_OFFSET));
    if (at + Short.BYTES > lengths[frame]) {
      return -1;
    }
    long sum = offsets[frame] + at;
    int partial = Short.toUnsignedInt(slots.get(NETWORK, sum));
    int complete = Checksums.of(slots, offsets[frame] + start, lengths[frame] - start);
    // Of UDP, 0 would mean that there is none; of TCP, both are the same number.
    slots.set(NETWORK, sum, (short) (complete == 0 ? 0xffff : complete));
    return partial;
  }

  /** Makes a frame again what it was before {@link #seal}. */
  public void unseal(int frame, int partial) {
    if (partial >= 0) {
      long header = slot(frame);
      int at =
          Short.toUnsignedInt(slots.get(JAVA_SHORT, header + SUM_START))
              + Short.toUnsignedInt(slots.get(JAVA_SHORT, header + SUM_OFFSET));
      slots.set(NETWORK, offsets[frame] + at, (short) partial);
    }
  }

  /** Gets ready for what comes next. */
  MemorySegment prepare() {
    for (int i = 0; i < MOST_FRAMES; i++) {
      long message = (long) i * MESSAGE_BYTES;
      incoming.set(JAVA_LONG, message + MESSAGE_CONTROL_LENGTH, CONTROL_BYTES);
      incoming.set(JAVA_INT, message + MESSAGE_FLAGS, 0);
    }
    count = 0;
    kept = 0;
    return incoming;
  }

  /** Takes note of what came. */
  void received(int frames) {
    count = frames;
    for (int i = 0; i < frames; i++) {
      long message = (long) i * MESSAGE_BYTES;
      int bytes = incoming.get(JAVA_INT, message + MESSAGE_LENGTH);
      boolean isCut = (incoming.get(JAVA_INT, message + MESSAGE_FLAGS) & Linux.MSG_TRUNC) != 0;
      offsets[i] = slot(i) + FRAME_AT;
      lengths[i] = isCut ? 0 : Math.max(0, bytes - HEADER_BYTES);
      long control = incoming.get(JAVA_LONG, message + MESSAGE_CONTROL_LENGTH);
      if (lengths[i] > ADDRESSES_BYTES && control >= TAG_KIND + Short.BYTES) {
        putTag(i);
      }
    }
  }

  /** The messages that go on, from one on. */
  MemorySegment outgoing(int from) {
    return outgoing.asSlice((long) from * MESSAGE_BYTES);
  }

  /** A tag that the kernel took out of the frame goes back to where it was on the wire. */
  private void putTag(int frame) {
    long control = slot(frame) + CONTROL_AT;
    int status = slots.get(JAVA_INT, control + STATUS);
    if (slots.get(JAVA_INT, control + CONTROL_LEVEL) != Linux.SOL_PACKET
        || slots.get(JAVA_INT, control + CONTROL_KIND) != Linux.PACKET_AUXDATA
        || (status & Linux.TP_STATUS_VLAN_VALID) == 0) {
      return;
    }
    boolean isKindKnown = (status & Linux.TP_STATUS_VLAN_TPID_VALID) != 0;
    short kind = isKindKnown ? slots.get(JAVA_SHORT, control + TAG_KIND) : (short) DEFAULT_TAG;
    long from = offsets[frame];
    long to = from - VLAN_BYTES;
    MemorySegment.copy(slots, from, slots, to, ADDRESSES_BYTES);
    slots.set(NETWORK, to + ADDRESSES_BYTES, kind);
    slots.set(NETWORK, to + ADDRESSES_BYTES + Short.BYTES, slots.get(JAVA_SHORT, control + TAG));
    offsets[frame] = to;
    lengths[frame] += VLAN_BYTES;
    long header = slot(frame);
    if ((slots.get(JAVA_BYTE, header + FLAGS) & Linux.VIRTIO_NET_HDR_F_NEEDS_CSUM) != 0) {
      shift(header + SUM_START);
    }
    if (slots.get(JAVA_BYTE, header + KIND) != Linux.VIRTIO_NET_HDR_GSO_NONE) {
      shift(header + HEADER_LENGTH);
    }
  }

  private void shift(long field) {
    slots.set(JAVA_SHORT, field, (short) (slots.get(JAVA_SHORT, field) + VLAN_BYTES));
  }

  private static long slot(int frame) {
    return (long) frame * SLOT_BYTES;
  }

  private void setVectors(MemorySegment vectors, int number, int slot, long frameAt, int length) {
    long at = 2L * number * VECTOR_BYTES;
    vectors.set(ADDRESS, at, slots.asSlice(slot(slot), HEADER_BYTES));
    vectors.set(JAVA_LONG, at + Long.BYTES, HEADER_BYTES);
    vectors.set(ADDRESS, at + VECTOR_BYTES, slots.asSlice(slot(slot) + frameAt, length));
    vectors.set(JAVA_LONG, at + VECTOR_BYTES + Long.BYTES, length);
  }

  private static void setMessage(MemorySegment messages, int number, MemorySegment vectors) {
    long at = (long) number * MESSAGE_BYTES;
    messages.set(ADDRESS, at + VECTORS_AT, vectors.asSlice(2L * number * VECTOR_BYTES));
    messages.set(JAVA_LONG, at + VECTOR_COUNT, 2);
  }
}
