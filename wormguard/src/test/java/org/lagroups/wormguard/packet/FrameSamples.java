package org.lagroups.wormguard.packet;

import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.ICMP;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV6;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_VLAN;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.fragment6;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.icmp;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4Fragment;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.number;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;
import static org.lagroups.wormguard.testing.PacketBytes.vlan;

import java.util.List;
import java.util.stream.Stream;
import org.lagroups.machine.Bytes;

/** Sound frames of each link layer, and of each tunnel around the same datagram. */
final class FrameSamples {

  static final byte[] PAYLOAD = text("inert payload");
  static final byte[] V4 = ipv4(A4, B4, UDP, udp(1_111, 2_222, PAYLOAD));
  static final byte[] V6 = ipv6(A6, B6, UDP, udp(1_111, 2_222, PAYLOAD));

  private FrameSamples() {}

  /** A frame with what it begins with. */
  record Sample(LinkType link, Bytes bytes) {

    Sample(LinkType link, byte[] frame) {
      this(link, Bytes.copyOf(frame));
    }

    byte[] frame() {
      return bytes.toArray();
    }

    /** The frame behind a byte that tells the link type. */
    byte[] withLink() {
      return join(number(1, List.of(LinkType.values()).indexOf(link)), frame());
    }
  }

  /** {@link #V4} or {@link #V6} on each link layer, and other packets on Ethernet. */
  static Stream<Sample> frames() {
    return Stream.concat(
        datagrams(),
        Stream.of(
            of(TYPE_IPV4, ipv4(A4, B4, TCP, tcp(1, 2, 3, 4, TcpHeader.SYN, PAYLOAD))),
            of(TYPE_IPV4, ipv4(A4, B4, ICMP, icmp(8, 0, 1, 2, PAYLOAD))),
            of(TYPE_IPV4, ipv4Fragment(A4, B4, UDP, 7, 8, true, PAYLOAD)),
            of(TYPE_IPV6, ipv6(A6, B6, 44, fragment6(UDP, 7, 0, true, PAYLOAD)))));
  }

  /** {@link #V4} or {@link #V6} on each link layer. */
  static Stream<Sample> datagrams() {
    return Stream.of(
        of(TYPE_IPV4, V4),
        of(TYPE_IPV6, V6),
        of(TYPE_VLAN, vlan(5, TYPE_IPV4, V4)),
        of(0x88a8, vlan(5, TYPE_VLAN, vlan(6, TYPE_IPV6, V6))),
        of(0x8864, join(hex("1100 0001 0021"), number(2, 0x21), V4)),
        new Sample(LinkType.RAW, V4),
        new Sample(LinkType.RAW, V6),
        new Sample(LinkType.IPV4, V4),
        new Sample(LinkType.IPV6, V6),
        new Sample(LinkType.PPP, join(hex("ff03 0021"), V4)),
        new Sample(LinkType.PPP, join(hex("0057"), V6)),
        new Sample(LinkType.PPP, join(hex("21"), V4)),
        new Sample(LinkType.NULL, join(hex("02000000"), V4)),
        new Sample(LinkType.NULL, join(hex("0000001c"), V6)),
        new Sample(LinkType.LOOP, join(hex("00000018"), V6)),
        new Sample(LinkType.LINUX_COOKED, join(new byte[14], hex("0800"), V4)),
        new Sample(
            LinkType.LINUX_COOKED,
            join(new byte[14], number(2, TYPE_VLAN), vlan(9, TYPE_IPV6, V6))),
        new Sample(LinkType.LINUX_COOKED_2, join(hex("86dd"), new byte[18], V6)));
  }

  /** {@link #V4} or {@link #V6} inside of another packet. */
  static Stream<Sample> tunnels() {
    byte[] inEthernet = ethernet(TYPE_IPV6, V6);
    return Stream.of(
        of(TYPE_IPV4, ipv4(A4, B4, IpProtocol.IPV4, V4)),
        of(TYPE_IPV4, ipv4(A4, B4, IpProtocol.IPV6, V6)),
        of(TYPE_IPV6, ipv6(A6, B6, IpProtocol.IPV4, V4)),
        of(TYPE_IPV6, ipv6(A6, B6, IpProtocol.IPV6, V6)),
        gre("0000 0800", V4),
        gre("0000 86dd", V6),
        gre("b000 0800 1122 0000 00000007 00000009", V4),
        gre("3081 880b 00150001 00000001 00000002 ff03 0021", V4),
        gre("2001 880b 00150001 0057", V6),
        gre("0000 6558", inEthernet),
        gre("0000 8100 a005 0800", V4),
        gre("0000 88be", inEthernet),
        gre("1000 88be 00000007 1017 0864 00000000", inEthernet),
        of(
            TYPE_IPV4,
            ipv4(A4, B4, UDP, udp(50_000, 4_789, join(hex("08000000 00006400"), inEthernet)))));
  }

  private static Sample of(int type, byte[] inside) {
    return new Sample(LinkType.ETHERNET, ethernet(type, inside));
  }

  private static Sample gre(String header, byte[] inside) {
    return of(TYPE_IPV4, ipv4(A4, B4, IpProtocol.GRE, join(hex(header), inside)));
  }
}
