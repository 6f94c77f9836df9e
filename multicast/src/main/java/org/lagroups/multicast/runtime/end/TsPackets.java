package org.lagroups.multicast.runtime.end;

import org.lagroups.multicast.stream.chunk.ChunkCutter;

/** What one has to know of MPEG-TS (ISO/IEC 13818-1, 2.4.3) to cut it between its packets. */
public final class TsPackets {

  /** The length of a packet. */
  public static final int PACKET_BYTES = ChunkCutter.TS_PACKET_BYTES;

  private static final byte SYNC = 0x47;

  /** So many packets in a row are no chance. */
  private static final int ENOUGH = 3;

  private TsPackets() {}

  /** Whether the first {@code length} bytes are one or more whole packets. */
  public static boolean areWhole(byte[] bytes, int length) {
    if (length == 0 || length % PACKET_BYTES != 0) {
      return false;
    }
    for (int at = 0; at < length; at += PACKET_BYTES) {
      if (bytes[at] != SYNC) {
        return false;
      }
    }
    return true;
  }

  /** Where the first packet begins; 0 if there are too few to be sure, or none. */
  public static int firstBorder(byte[] bytes) {
    for (int border = 0; border + (ENOUGH - 1) * PACKET_BYTES < bytes.length; border++) {
      if (border == PACKET_BYTES) {
        return 0;
      }
      if (isBorder(bytes, border)) {
        return border;
      }
    }
    return 0;
  }

  private static boolean isBorder(byte[] bytes, int border) {
    for (int at = border; at < bytes.length; at += PACKET_BYTES) {
      if (bytes[at] != SYNC) {
        return false;
      }
    }
    return true;
  }
}
