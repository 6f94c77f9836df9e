package org.lagroups.wormguard.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV4;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_IPV6;
import static org.lagroups.wormguard.testing.PacketBytes.TYPE_VLAN;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.ethernet;
import static org.lagroups.wormguard.testing.PacketBytes.fragment6;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;
import static org.lagroups.wormguard.testing.PacketBytes.vlan;

import org.junit.jupiter.api.Test;

class LinksAndTunnelsTest {

  private final Decoding decoding = new Decoding();
  private final Packet packet = decoding.packet;

  @Test
  void readsADatagramOnEachLinkLayer() {
    FrameSamples.datagrams()
        .forEach(sample -> {
          assertThat(decoding.decode(sample.link(), sample.frame()))
              .as("%s %s", sample.link(), sample)
              .isEqualTo(Decoded.OK);
          assertIsTheDatagram();
          assertThat(packet.layer()).isZero();
        });
  }

  @Test
  void goesOnToTheDatagramInEachTunnel() {
    FrameSamples.tunnels()
        .forEach(sample -> {
          assertThat(decoding.decode(sample.link(), sample.frame())).isEqualTo(Decoded.OK);
          assertThat(packet.tunnel()).isNotEqualTo(Tunnel.NONE);
          assertThat(packet.sourcePort()).isNotEqualTo(1_111);
          assertThat(decoding.inner()).isEqualTo(Decoded.OK);
          assertIsTheDatagram();
          assertThat(packet.layer()).isEqualTo(1);
          assertThat(packet.tunnel()).isEqualTo(Tunnel.NONE);
        });
    assertThat(decoding.decoder.inner().of(Decoded.OK)).isEqualTo(FrameSamples.tunnels().count());
  }

  @Test
  void keepsTheVlans() {
    decoding.ethernet(0x88a8, vlan(5, TYPE_VLAN, vlan(4_095, TYPE_IPV4, FrameSamples.V4)));
    assertThat(packet.vlanCount()).isEqualTo(2);
    assertThat(packet.vlan(0)).isEqualTo(5);
    assertThat(packet.vlan(1)).isEqualTo(4_095);

    decoding.ethernet(TYPE_IPV4, FrameSamples.V4);
    assertThat(packet.vlanCount()).isZero();
  }

  @Test
  void followsThreeVlanTagsAndNoMore() {
    byte[] tagged = vlan(3, TYPE_IPV4, FrameSamples.V4);
    byte[] three = vlan(1, TYPE_VLAN, vlan(2, TYPE_VLAN, tagged));
    assertThat(decoding.ethernet(TYPE_VLAN, three)).isEqualTo(Decoded.OK);
    assertThat(decoding.ethernet(TYPE_VLAN, vlan(0, TYPE_VLAN, three))).isEqualTo(Decoded.TOO_DEEP);
  }

  @Test
  void followsEightPacketsInsideEachOtherAndNoMore() {
    byte[] nested = FrameSamples.V4;
    for (int i = 1; i < PacketDecoder.MAX_LAYERS; i++) {
      nested = ipv4(A4, B4, IpProtocol.IPV4, nested);
    }
    assertThat(innermost(nested)).isEqualTo(Decoded.OK);
    assertIsTheDatagram();
    assertThat(innermost(ipv4(A4, B4, IpProtocol.IPV4, nested))).isEqualTo(Decoded.TOO_DEEP);
  }

  @Test
  void skipsExtensionHeadersUpToABound() {
    byte[] options = hex("3c00 0104 00000000");
    byte[] chain = hex("1100 0104 00000000");
    for (int i = 1; i < Ipv6.MAX_EXTENSIONS; i++) {
      chain = join(options, chain);
    }
    byte[] datagram = udp(1_111, 2_222, FrameSamples.PAYLOAD);
    assertThat(decoding.ipv6(60, join(chain, datagram))).isEqualTo(Decoded.OK);
    assertIsTheDatagram();
    assertThat(decoding.ipv6(60, join(options, chain, datagram))).isEqualTo(Decoded.TOO_DEEP);
    assertThat(packet.ipVersion()).isEqualTo(6);
    assertThat(packet.isUdp()).isFalse();
  }

  @Test
  void readsEachKindOfExtensionHeader() {
    byte[] datagram = udp(1_111, 2_222, FrameSamples.PAYLOAD);
    String routing = "3300 0000 00000000";
    String authentication = "2c02 0000 00000000 00000000 00000000";
    String atomicFragment = "1100 0000 00000007";
    byte[] inside = join(hex("2b00 0104 00000000" + routing + authentication + atomicFragment));

    assertThat(decoding.ipv6(0, join(inside, datagram))).isEqualTo(Decoded.OK);

    assertIsTheDatagram();
    assertThat(decoding.ipv6(60, hex("11ff 0104 00000000"))).isEqualTo(Decoded.MALFORMED);
  }

  @Test
  void tellsFragmentsOfIpv6() {
    assertThat(decoding.ipv6(44, fragment6(UDP, 0xfedcba98L, 1_448, true, text("12345678"))))
        .isEqualTo(Decoded.FRAGMENT);
    assertThat(packet.protocol()).isEqualTo(UDP);
    assertThat(packet.ip().identification()).isEqualTo(0xfedcba98L);
    assertThat(packet.ip().fragmentOffset()).isEqualTo(1_448);
    assertThat(packet.ip().moreFragments()).isTrue();
    assertThat(decoding.payload()).isEqualTo(text("12345678"));
  }

  @Test
  void refusesJumbograms() {
    byte[] jumbo = hex("60000000 0000 00 40");
    assertThat(decoding.decode(LinkType.IPV6, join(jumbo, new byte[64])))
        .isEqualTo(Decoded.MALFORMED);
  }

  @Test
  void takesWhatIsNoTunnelForNone() {
    decoding.ipv4(UDP, udp(1, 4_789, text("hello, this is not VXLAN")));
    assertThat(decoding.inner()).isEqualTo(Decoded.NOT_IP);
    decoding.ipv4(IpProtocol.GRE, hex("0000 0806"));
    assertThat(decoding.inner()).isEqualTo(Decoded.NOT_IP);
    decoding.ipv4(IpProtocol.GRE, hex("4000 0800 00000000 00000000"));
    assertThat(decoding.inner()).isEqualTo(Decoded.MALFORMED);
    decoding.ipv4(IpProtocol.GRE, hex("f000 0800 00000000"));
    assertThat(decoding.inner()).isEqualTo(Decoded.MALFORMED);
    decoding.ipv4(IpProtocol.GRE, hex("b000 0800 00000000"));
    assertThat(decoding.inner()).isEqualTo(Decoded.TRUNCATED);
    assertThat(packet.tunnel()).isEqualTo(Tunnel.NONE);
  }

  @Test
  void looksIntoNoPacketThatIsOnlyAFragment() {
    byte[] fragment = ethernet(TYPE_IPV6, FrameSamples.V6);
    decoding.ipv6(44, fragment6(IpProtocol.GRE, 1, 8, true, fragment));
    assertThat(packet.tunnel()).isEqualTo(Tunnel.NONE);
  }

  private Decoded innermost(byte[] nested) {
    Decoded decoded = decoding.ethernet(TYPE_IPV4, nested);
    while (packet.tunnel() != Tunnel.NONE) {
      decoded = decoding.inner();
    }
    return decoded;
  }

  private void assertIsTheDatagram() {
    assertThat(packet.isUdp()).isTrue();
    assertThat(packet.sourcePort()).isEqualTo(1_111);
    assertThat(packet.destinationPort()).isEqualTo(2_222);
    assertThat(decoding.payload()).isEqualTo(FrameSamples.PAYLOAD);
  }
}
