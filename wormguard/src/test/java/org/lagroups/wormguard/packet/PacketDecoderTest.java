package org.lagroups.wormguard.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.ICMP;
import static org.lagroups.wormguard.testing.PacketBytes.ICMPV6;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV6;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.icmp;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4Fragment;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.number;
import static org.lagroups.wormguard.testing.PacketBytes.put16;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import org.junit.jupiter.api.Test;

class PacketDecoderTest {

  private final Decoding decoding = new Decoding();
  private final Packet packet = decoding.packet;

  @Test
  void readsTcpOverIpv4() {
    byte[] segment =
        tcp(1_025, 80, 0xfffffff0L, 0x80000001L, TcpHeader.PSH | TcpHeader.ACK, text("inert"));

    assertThat(decoding.ipv4(TCP, segment)).isEqualTo(Decoded.OK);

    assertThat(packet.nanos()).isEqualTo(Decoding.NANOS);
    assertThat(packet.link()).isEqualTo(LinkType.ETHERNET);
    assertThat(packet.layer()).isZero();
    assertThat(packet.isReassembled()).isFalse();
    assertThat(packet.ipVersion()).isEqualTo(4);
    assertThat(packet.sourceHigh()).isZero();
    assertThat(packet.sourceLow()).isEqualTo(0xffff_c000_0201L);
    assertThat(packet.destinationLow()).isEqualTo(0xffff_c633_6402L);
    assertThat(packet.ip().ttl()).isEqualTo(64);
    assertThat(packet.ip().identification()).isEqualTo(0x1234);
    assertThat(packet.ip().length()).isEqualTo(20);
    assertThat(packet.protocol()).isEqualTo(TCP);
    assertThat(packet.isTcp()).isTrue();
    assertThat(packet.isUdp()).isFalse();
    assertThat(packet.sourcePort()).isEqualTo(1_025);
    assertThat(packet.destinationPort()).isEqualTo(80);
    assertThat(packet.tcp().sequence()).isEqualTo(0xfffffff0L);
    assertThat(packet.tcp().acknowledgement()).isEqualTo(0x80000001L);
    assertThat(packet.tcp().flags()).isEqualTo(24);
    assertThat(packet.tcp().window()).isEqualTo(8_192);
    assertThat(decoding.payload()).isEqualTo(text("inert"));
    assertThat(packet.tunnel()).isEqualTo(Tunnel.NONE);
  }

  @Test
  void readsUdpOverIpv6() {
    assertThat(decoding.ipv6(UDP, udp(5_000, 53, text("question")))).isEqualTo(Decoded.OK);

    assertThat(packet.ipVersion()).isEqualTo(6);
    assertThat(packet.sourceHigh()).isEqualTo(0x2001_0db8_0000_0000L);
    assertThat(packet.sourceLow()).isEqualTo(1);
    assertThat(packet.destinationHigh()).isEqualTo(0x2001_0db8_ffff_0000L);
    assertThat(packet.destinationLow()).isEqualTo(2);
    assertThat(packet.ip().ttl()).isEqualTo(64);
    assertThat(packet.ip().identification()).isZero();
    assertThat(packet.isUdp()).isTrue();
    assertThat(packet.destinationPort()).isEqualTo(53);
    assertThat(decoding.payload()).isEqualTo(text("question"));
  }

  @Test
  void readsIcmpOfBothVersions() {
    assertThat(decoding.ipv4(ICMP, icmp(8, 0, 77, 3, text("ping")))).isEqualTo(Decoded.OK);
    assertThat(packet.isIcmp()).isTrue();
    assertThat(packet.icmp().type()).isEqualTo(8);
    assertThat(packet.icmp().identifier()).isEqualTo(77);
    assertThat(packet.icmp().sequence()).isEqualTo(3);
    assertThat(decoding.payload()).isEqualTo(text("ping"));

    assertThat(decoding.ipv6(ICMPV6, icmp(1, 4, 0, 0, text("x")))).isEqualTo(Decoded.OK);
    assertThat(packet.isIcmp()).isTrue();
    assertThat(packet.icmp().code()).isEqualTo(4);
  }

  @Test
  void leavesThePaddingOfEthernetOut() {
    byte[] frame = join(ipv4(A4, B4, UDP, udp(1, 2, text("a"))), new byte[17]);

    assertThat(decoding.ethernet(TYPE_IPV4, frame)).isEqualTo(Decoded.OK);

    assertThat(decoding.payload()).isEqualTo(text("a"));
    assertThat(Checksums.transport(packet)).isEqualTo(Checksums.Verdict.GOOD);
  }

  @Test
  void doesNotReadPortsOutOfFragments() {
    byte[] fragment = ipv4Fragment(A4, B4, UDP, 9, 24, true, text("12345678"));

    assertThat(decoding.ethernet(TYPE_IPV4, fragment)).isEqualTo(Decoded.FRAGMENT);

    assertThat(packet.isUdp()).isFalse();
    assertThat(packet.protocol()).isEqualTo(UDP);
    assertThat(packet.ip().identification()).isEqualTo(9);
    assertThat(packet.ip().fragmentOffset()).isEqualTo(24);
    assertThat(packet.ip().moreFragments()).isTrue();
    assertThat(packet.ip().dontFragment()).isFalse();
    assertThat(decoding.payload()).isEqualTo(text("12345678"));
    assertThat(Checksums.transport(packet)).isEqualTo(Checksums.Verdict.UNKNOWN);
  }

  @Test
  void saysWhatIsNotIp() {
    assertThat(decoding.ethernet(0x0806, new byte[28])).isEqualTo(Decoded.NOT_IP);
    assertThat(packet.ipVersion()).isZero();
    assertThat(packet.protocol()).isEqualTo(-1);
    assertThat(decoding.decode(LinkType.OTHER, new byte[60])).isEqualTo(Decoded.UNKNOWN_LINK);
    assertThat(decoding.decoder.frames().of(Decoded.UNKNOWN_LINK)).isEqualTo(1);
    assertThat(decoding.decoder.frames().total()).isEqualTo(2);
  }

  @Test
  void tellsWhatWasCutOffFromWhatIsWrong() {
    byte[] frame =
        join(hex("020000000002 020000000001 0800"), ipv4(A4, B4, UDP, udp(7, 8, text("datagram"))));

    assertThat(decoding.decode(LinkType.ETHERNET, frame, 20)).isEqualTo(Decoded.TRUNCATED);
    assertThat(packet.ipVersion()).isZero();
    assertThat(decoding.decode(LinkType.ETHERNET, frame, 40)).isEqualTo(Decoded.TRUNCATED);
    assertThat(packet.ipVersion()).isEqualTo(4);
    assertThat(packet.isUdp()).isFalse();
    assertThat(decoding.decode(LinkType.ETHERNET, frame, 46)).isEqualTo(Decoded.TRUNCATED);
    assertThat(packet.destinationPort()).isEqualTo(8);
    assertThat(decoding.payload()).isEqualTo(text("data"));
    assertThat(Checksums.transport(packet)).isEqualTo(Checksums.Verdict.UNKNOWN);
    assertThat(packet.capturedLength()).isEqualTo(46);
    assertThat(packet.wireLength()).isEqualTo(50);
    assertThat(decoding.decode(LinkType.ETHERNET, frame, 50)).isEqualTo(Decoded.OK);
  }

  @Test
  void refusesHeadersThatContradictThemselves() {
    byte[] datagram = ipv4(A4, B4, UDP, udp(7, 8, text("datagram")));
    assertThat(decoding.ethernet(TYPE_IPV4, with(datagram, 0, 0x65))).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ethernet(TYPE_IPV4, with(datagram, 0, 0x44))).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ethernet(TYPE_IPV4, with(datagram, 3, 19))).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ethernet(TYPE_IPV6, datagram)).isEqualTo(Decoded.TRUNCATED);
    assertThat(decoding.ethernet(TYPE_IPV6, join(datagram, datagram))).isEqualTo(Decoded.MALFORMED);
    assertThat(packet.ipVersion()).isZero();

    byte[] udp = udp(7, 8, text("datagram"));
    put16(udp, 4, 7);
    assertThat(decoding.ipv4(UDP, udp)).isEqualTo(Decoded.MALFORMED);
    put16(udp, 4, udp.length + 1);
    assertThat(decoding.ipv4(UDP, udp)).isEqualTo(Decoded.MALFORMED);
    assertThat(packet.ipVersion()).isEqualTo(4);
    assertThat(packet.transportOffset()).isEqualTo(-1);

    byte[] tcp = tcp(1, 2, 3, 4, 0, new byte[0]);
    assertThat(decoding.ipv4(TCP, with(tcp, 12, 0x40))).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ipv4(TCP, with(tcp, 12, 0x60))).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ipv4(TCP, new byte[19])).isEqualTo(Decoded.MALFORMED);
    assertThat(decoding.ipv4(ICMP, new byte[7])).isEqualTo(Decoded.MALFORMED);
  }

  @Test
  void forgetsThePacketBefore() {
    decoding.ipv4(TCP, tcp(1, 2, 3, 4, 0, text("payload")));
    decoding.ethernet(0x0806, new byte[28]);

    assertThat(packet.ipVersion()).isZero();
    assertThat(packet.sourcePort()).isZero();
    assertThat(packet.sourceLow()).isZero();
    assertThat(packet.payloadLength()).isZero();
    assertThat(packet.transportOffset()).isEqualTo(-1);
    assertThat(packet.isTcp()).isFalse();
  }

  @Test
  void readsThePortsOfSctp() {
    byte[] packetOfSctp = join(number(2, 2_905), number(2, 2_906), new byte[8], text("chunk"));

    assertThat(decoding.ipv4(IpProtocol.SCTP, packetOfSctp)).isEqualTo(Decoded.OK);

    assertThat(packet.destinationPort()).isEqualTo(2_906);
    assertThat(decoding.payload()).isEqualTo(text("chunk"));
  }

  private static byte[] with(byte[] bytes, int at, int value) {
    byte[] changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }
}
