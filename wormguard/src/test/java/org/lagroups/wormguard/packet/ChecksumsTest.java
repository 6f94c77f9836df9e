package org.lagroups.wormguard.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.A6;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.B6;
import static org.lagroups.wormguard.testing.PacketBytes.ICMP;
import static org.lagroups.wormguard.testing.PacketBytes.ICMPV6;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.hex;
import static org.lagroups.wormguard.testing.PacketBytes.icmp;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.ipv6;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.put16;
import static org.lagroups.wormguard.testing.PacketBytes.tcp;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.packet.Checksums.Verdict;

class ChecksumsTest {

  private final Decoding decoding = new Decoding();

  @Test
  void findsRightOnesRightAndAnyOtherWrong() {
    Seeds.forEach(
        200,
        50_000,
        seed -> {
          Random random = new Random(seed);
          byte[] payload = new byte[random.nextInt(1_400)];
          random.nextBytes(payload);
          byte[] packet = packet(random.nextInt(6), payload);
          boolean isV4 = packet[0] >>> 4 == 4;

          assertThat(decoding.decode(LinkType.RAW, packet)).isEqualTo(Decoded.OK);
          assertThat(Checksums.network(decoding.packet))
              .isEqualTo(isV4 ? Verdict.GOOD : Verdict.NONE);
          assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.GOOD);

          byte[] changed = packet.clone();
          changed[packet.length - 1] ^= (byte) (1 << random.nextInt(8));
          decoding.decode(LinkType.RAW, changed);
          assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.BAD);
          if (isV4) {
            packet[8] ^= 4;
            decoding.decode(LinkType.RAW, packet);
            assertThat(Checksums.network(decoding.packet)).isEqualTo(Verdict.BAD);
          }
        });
  }

  @Test
  void addUpAnyNumberOfBytes() {
    Seeds.forEach(
        20,
        2_000,
        seed -> {
          Random random = new Random(seed);
          byte[] bytes = new byte[100];
          random.nextBytes(bytes);
          for (int length = 0; length <= 70; length++) {
            int at = random.nextInt(30);
            int sum = 0;
            for (int i = 0; i < length; i++) {
              sum += Byte.toUnsignedInt(bytes[at + i]) << (i % 2 == 0 ? 8 : 0);
            }
            int once = (sum & 0xffff) + (sum >>> 16);
            int folded = (once & 0xffff) + (once >>> 16);
            assertThat(Checksums.of(MemorySegment.ofArray(bytes), at, length))
                .as("%d bytes at %d", length, at)
                .isEqualTo(folded ^ 0xffff);
          }
        });
  }

  @Test
  void countsOptionsOfTheHeaderIn() {
    byte[] plain = packet(0, new byte[0]);
    for (int options = 4; options <= 40; options += 4) {
      byte[] packet = new byte[plain.length + options];
      System.arraycopy(plain, 0, packet, 0, 20);
      System.arraycopy(plain, 20, packet, 20 + options, plain.length - 20);
      packet[0] = (byte) (0x45 + options / 4);
      put16(packet, 2, packet.length);
      Arrays.fill(packet, 20, 20 + options, (byte) 1);
      put16(packet, 10, 0);
      put16(packet, 10, Checksums.of(MemorySegment.ofArray(packet), 0, 20 + options));

      assertThat(decoding.decode(LinkType.RAW, packet)).isEqualTo(Decoded.OK);
      assertThat(Checksums.network(decoding.packet)).isEqualTo(Verdict.GOOD);
      assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.GOOD);
      packet[19 + options] ^= 1;
      decoding.decode(LinkType.RAW, packet);
      assertThat(Checksums.network(decoding.packet)).isEqualTo(Verdict.BAD);
    }
  }

  @Test
  void letsUdpDoWithoutOverIpv4Only() {
    byte[] without = ipv4(A4, B4, UDP, udp(1, 2, new byte[4]));
    put16(without, 26, 0);
    decoding.decode(LinkType.RAW, without);
    assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.NONE);

    byte[] wrong = ipv6(A6, B6, UDP, udp(1, 2, new byte[4]));
    put16(wrong, 46, 0);
    decoding.decode(LinkType.RAW, wrong);
    assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.BAD);
  }

  @Test
  void cannotTellWhereARoutingHeaderHidesTheDestination() {
    byte[] routing = hex("1100 0001 00000000");
    byte[] datagram = udp(1, 2, new byte[4]);
    put16(datagram, 6, 0x1234);
    decoding.ipv6(IpProtocol.ROUTING, join(routing, datagram));
    assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.UNKNOWN);
  }

  @Test
  void hasNoneForOtherProtocols() {
    decoding.ipv4(IpProtocol.GRE, hex("0000 0800"));
    assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.NONE);
    decoding.ipv4(TCP, new byte[3]);
    assertThat(Checksums.transport(decoding.packet)).isEqualTo(Verdict.UNKNOWN);
  }

  private static byte[] packet(int kind, byte[] payload) {
    return switch (kind) {
      case 0 -> ipv4(A4, B4, TCP, tcp(1, 2, 3, 4, 0, payload));
      case 1 -> ipv6(A6, B6, TCP, tcp(1, 2, 3, 4, 0, payload));
      case 2 -> ipv4(A4, B4, UDP, udp(1, 2, payload));
      case 3 -> ipv6(A6, B6, UDP, udp(1, 2, payload));
      case 4 -> ipv4(A4, B4, ICMP, icmp(8, 0, 1, 2, payload));
      default -> ipv6(A6, B6, ICMPV6, icmp(128, 0, 1, 2, payload));
    };
  }
}
