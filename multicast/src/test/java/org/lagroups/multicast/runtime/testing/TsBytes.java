package org.lagroups.multicast.runtime.testing;

import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.TsPackets;

/** MPEG-TS packets with content that differs from packet to packet. */
public final class TsBytes {

  private TsBytes() {}

  /** So many packets, the first with number {@code first}. */
  public static Bytes packets(int first, int count) {
    byte[] bytes = new byte[count * TsPackets.PACKET_BYTES];
    for (int i = 0; i < count; i++) {
      byte[] packet = new byte[TsPackets.PACKET_BYTES];
      new SplittableRandom(first + i).nextBytes(packet);
      packet[0] = 0x47;
      System.arraycopy(packet, 0, bytes, i * packet.length, packet.length);
    }
    return Bytes.wrapOwned(bytes);
  }
}
