package org.lagroups.wormguard.testing;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Packets, put together from the inside out: {@code ethernet(IPV4, ipv4(A, B, TCP, tcp(...)))}.
 *
 * <p>Lengths and checksums are right, also those of TCP, UDP and ICMP, which the IP layer around
 * them fills in.
 */
public final class PacketBytes {

  public static final int TYPE_IPV4 = 0x0800;
  public static final int TYPE_IPV6 = 0x86dd;
  public static final int TYPE_VLAN = 0x8100;

  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMPV6 = 58;

  /** Addresses for documentation (RFC 5737, RFC 3849). */
  public static final String A4 = "192.0.2.1";

  public static final String B4 = "198.51.100.2";
  public static final String A6 = "2001:db8::1";
  public static final String B6 = "2001:db8:ffff::2";

  private static final int TTL = 64;

  private PacketBytes() {}

  public static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  public static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  /** A number in network order. */
  public static byte[] number(int bytes, long value) {
    byte[] result = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      result[i] = (byte) (value >>> (8 * (bytes - 1 - i)));
    }
    return result;
  }

  public static byte[] ethernet(int type, byte[] inside) {
    return join(hex("020000000002 020000000001"), number(2, type), inside);
  }

  /** What follows the type of a VLAN tag. */
  public static byte[] vlan(int id, int type, byte[] inside) {
    return join(number(2, 0xa000 | id), number(2, type), inside);
  }

  public static byte[] ipv4(String source, String destination, int protocol, byte[] inside) {
    byte[] from = address(source);
    byte[] to = address(destination);
    byte[] sealed = sealed(protocol, join(from, to), inside);
    return ipv4Fragment(source, destination, protocol, 0x1234, 0, false, sealed);
  }

  /** Carries bytes as they are. The offset is in bytes, a multiple of 8. */
  public static byte[] ipv4Fragment(
      String source,
      String destination,
      int protocol,
      int id,
      int offset,
      boolean more,
      byte[] data) {
    byte[] header =
        join(
            hex("4500"),
            number(2, 20 + data.length),
            number(2, id),
            number(2, offset >>> 3 | (more ? 0x2000 : 0)),
            number(1, TTL),
            number(1, protocol),
            number(2, 0),
            address(source),
            address(destination));
    put16(header, 10, checksum(header));
    return join(header, data);
  }

  public static byte[] ipv6(String source, String destination, int next, byte[] inside) {
    byte[] from = address(source);
    byte[] to = address(destination);
    byte[] sealed = sealed(next, join(from, to), inside);
    return join(
        hex("60000000"),
        number(2, sealed.length),
        number(1, next),
        number(1, TTL),
        from,
        to,
        sealed);
  }

  /** A fragment header with data behind it, for {@code ipv6(from, to, 44, ...)}. */
  public static byte[] fragment6(int next, long id, int offset, boolean more, byte[] data) {
    return join(
        number(1, next), number(1, 0), number(2, offset | (more ? 1 : 0)), number(4, id), data);
  }

  public static byte[] tcp(
      int sourcePort, int destinationPort, long sequence, long ack, int flags, byte[] payload) {
    return join(
        number(2, sourcePort),
        number(2, destinationPort),
        number(4, sequence),
        number(4, ack),
        number(1, 0x50),
        number(1, flags),
        number(2, 8_192),
        number(4, 0),
        payload);
  }

  public static byte[] udp(int sourcePort, int destinationPort, byte[] payload) {
    return join(
        number(2, sourcePort),
        number(2, destinationPort),
        number(2, 8 + payload.length),
        number(2, 0),
        payload);
  }

  /** ICMP of either version. */
  public static byte[] icmp(int type, int code, int id, int sequence, byte[] payload) {
    return join(
        number(1, type),
        number(1, code),
        number(2, 0),
        number(2, id),
        number(2, sequence),
        payload);
  }

  /** The Internet checksum, as RFC 1071 tells it. */
  public static int checksum(byte[] bytes) {
    int sum = 0;
    for (int i = 0; i < bytes.length; i++) {
      sum += (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return ~sum & 0xffff;
  }

  public static void put16(byte[] bytes, int at, int value) {
    ByteBuffer.wrap(bytes).putShort(at, (short) value);
  }

  private static byte[] sealed(int protocol, byte[] addresses, byte[] inside) {
    int at =
        switch (protocol) {
          case TCP -> 16;
          case UDP -> 6;
          case ICMP, ICMPV6 -> 2;
          default -> -1;
        };
    if (at < 0 || at + 2 > inside.length) {
      return inside;
    }
    byte[] pseudo =
        protocol == ICMP
            ? new byte[0]
            : join(addresses, number(4, inside.length), number(4, protocol));
    byte[] sealed = inside.clone();
    put16(sealed, at, 0);
    int checksum = checksum(join(pseudo, sealed));
    put16(sealed, at, checksum == 0 && protocol == UDP ? 0xffff : checksum);
    return sealed;
  }

  private static byte[] address(String literal) {
    return InetAddress.ofLiteral(literal).getAddress();
  }
}
