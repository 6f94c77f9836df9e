package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.testing.PacketBytes;

class NftBlockTest {

  @Test
  void namesTheSenderAndThePortAsNftReadsThem() {
    byte[] segment = PacketBytes.tcp(1_025, 445, 1, 0, 2, new byte[0]);
    byte[] datagram = PacketBytes.udp(1_025, 53, new byte[1]);
    assertThat(
            block(
                PacketBytes.TYPE_IPV4,
                PacketBytes.ipv4("192.0.2.255", PacketBytes.B4, PacketBytes.TCP, segment)))
        .isEqualTo("192.0.2.255 . tcp . 445");
    assertThat(
            block(
                PacketBytes.TYPE_IPV6,
                PacketBytes.ipv6(PacketBytes.A6, PacketBytes.B6, PacketBytes.UDP, datagram)))
        .isEqualTo("2001:db8:0:0:0:0:0:1 . udp . 53");
  }

  @Test
  void refusesBoundsThatCannotBe() {
    for (int seconds : new int[] {0, 604_801}) {
      assertThatThrownBy(() -> new NftBlocks.Settings(seconds, 1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (int most : new int[] {0, 1_000_001}) {
      assertThatThrownBy(() -> new NftBlocks.Settings(1, most))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String block(int type, byte[] inside) {
    byte[] frame = PacketBytes.ethernet(type, inside);
    Packet packet = new Packet();
    new PacketDecoder()
        .decode(
            MemorySegment.ofArray(frame),
            0,
            frame.length,
            frame.length,
            LinkType.ETHERNET,
            0,
            packet);
    return NftBlock.of(packet).element();
  }
}
