package org.lagroups.wormguard.learn.check;

import java.nio.ByteBuffer;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * Makes a packet of a sample, from its IP header on. Addresses are made up, of those that are kept
 * for documentation; checksums are left out.
 */
final class SampleFrame {

  private static final int IPV4_BYTES = 20;
  private static final int IPV6_BYTES = 40;
  private static final int TCP_BYTES = 20;
  private static final int UDP_BYTES = 8;
  private static final byte TTL = 64;

  /** 192.0.2.1 and 198.51.100.1 (RFC 5737). */
  private static final long IPV4_ADDRESSES = 0xc000_0201_c633_6401L;

  /** The first half of addresses in 2001:db8::/32 (RFC 3849). */
  private static final long IPV6_PREFIX = 0x2001_0db8_0000_0000L;

  private SampleFrame() {}

  static byte[] of(PayloadSample sample) {
    int header = sample.protocol() == PayloadProtocol.TCP ? TCP_BYTES : UDP_BYTES;
    int length = header + sample.payload().length();
    int network = sample.ipVersion() == 4 ? IPV4_BYTES : IPV6_BYTES;
    ByteBuffer out = ByteBuffer.allocate(network + length);
    byte protocol = (byte) sample.protocol().number();
    if (sample.ipVersion() == 4) {
      out.putShort((short) 0x4500).putShort((short) out.capacity()).putInt(0);
      out.put(TTL).put(protocol).putShort((short) 0).putLong(IPV4_ADDRESSES);
    } else {
      out.putInt(0x6000_0000).putShort((short) length).put(protocol).put(TTL);
      out.putLong(IPV6_PREFIX).putLong(1).putLong(IPV6_PREFIX).putLong(2);
    }
    out.putShort((short) sample.sourcePort()).putShort((short) sample.destinationPort());
    if (sample.protocol() == PayloadProtocol.TCP) {
      out.putLong(0)
          .put((byte) ((TCP_BYTES / Integer.BYTES) << 4))
          .put((byte) (TcpHeader.ACK | TcpHeader.PSH));
      out.putShort((short) -1).putInt(0);
    } else {
      out.putShort((short) length).putShort((short) 0);
    }
    return out.put(sample.payload().asReadOnlyBuffer()).array();
  }
}
