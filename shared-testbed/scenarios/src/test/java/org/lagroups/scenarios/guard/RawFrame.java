package org.lagroups.scenarios.guard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Frames that a program of a host cannot make by itself: with tags, or a payload in a ping. */
final class RawFrame {

  /** Where they say that they come from. */
  static final String SOURCE = "02:00:00:00:99:01";

  private static final byte[] STATIONS = {2, 0, 0, 0, 0x78, 2, 2, 0, 0, 0, (byte) 0x99, 1};
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int UDP = 17;
  private static final int ICMP = 1;
  private static final int ICMPV6 = 58;
  private static final int HEADER_BYTES = 8;

  private RawFrame() {}

  /**
   * A tag.
   *
   * @param type 0x8100, or 0x88a8 for one around another
   */
  record Tag(int type, int network) {}

  /** A datagram of IP version 4, without a checksum of its own. */
  static byte[] datagram(List<Tag> tags, byte[] payload) {
    byte[] udp =
        ByteBuffer.allocate(HEADER_BYTES + payload.length)
            .putShort((short) 4_000)
            .putShort((short) 5_000)
            .putShort((short) (HEADER_BYTES + payload.length))
            .putShort((short) 0)
            .put(payload)
            .array();
    return frame(tags, 4, UDP, udp);
  }

  /** An echo request. */
  static byte[] ping(int version, byte[] payload) {
    byte[] ping =
        ByteBuffer.allocate(HEADER_BYTES + payload.length)
            .put((byte) (version == 4 ? 8 : 128))
            .put((byte) 0)
            .putShort((short) 0)
            .putInt(1)
            .put(payload)
            .array();
    long pseudo = version == 4 ? 0 : sum(address(6, 9)) + sum(address(6, 2)) + ICMPV6 + ping.length;
    ByteBuffer.wrap(ping).putShort(2, checksum(pseudo + sum(ping)));
    return frame(List.of(), version, version == 4 ? ICMP : ICMPV6, ping);
  }

  private static byte[] frame(List<Tag> tags, int version, int protocol, byte[] inside) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(STATIONS);
    for (Tag tag : tags) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(tag.type() << 16 | tag.network()).array());
    }
    int type = version == 4 ? IPV4 : IPV6;
    out.writeBytes(ByteBuffer.allocate(2).putShort((short) type).array());
    out.writeBytes(version == 4 ? ipv4(protocol, inside.length) : ipv6(protocol, inside.length));
    out.writeBytes(inside);
    return out.toByteArray();
  }

  private static byte[] ipv4(int protocol, int length) {
    ByteBuffer header =
        ByteBuffer.allocate(20)
            .putShort((short) 0x4500)
            .putShort((short) (20 + length))
            .putInt(0x4000)
            .putShort((short) (64 << 8 | protocol))
            .putShort((short) 0)
            .put(address(4, 9))
            .put(address(4, 2));
    return header.putShort(10, checksum(sum(header.array()))).array();
  }

  private static byte[] ipv6(int protocol, int length) {
    return ByteBuffer.allocate(40)
        .putInt(0x6000_0000)
        .putShort((short) length)
        .putShort((short) (protocol << 8 | 64))
        .put(address(6, 9))
        .put(address(6, 2))
        .array();
  }

  /** Of the network of a passage. */
  private static byte[] address(int version, int host) {
    return version == 4
        ? new byte[] {10, 78, 0, (byte) host}
        : ByteBuffer.allocate(16).putShort((short) 0xfd78).put(15, (byte) host).array();
  }

  private static long sum(byte[] bytes) {
    long sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xffL) << (i % 2 == 0 ? 8 : 0);
    }
    return sum;
  }

  private static short checksum(long sum) {
    long folded = sum;
    while (folded >>> 16 != 0) {
      folded = (folded & 0xffff) + (folded >>> 16);
    }
    return (short) ~folded;
  }
}
