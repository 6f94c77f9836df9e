package org.lagroups.wormguard.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/**
 * Whatever a frame holds: no exception, nothing that lies outside of it, and an end to the packets
 * inside each other. The first byte of the input chooses the link type.
 */
class PacketFuzzTest {

  private static final List<LinkType> LINKS = List.of(LinkType.values());

  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void frames(byte[] input) {
    if (input.length == 0) {
      return;
    }
    MemorySegment memory = MemorySegment.ofArray(input);
    LinkType link = LINKS.get((input[0] & 0xff) % LINKS.size());
    Decoded decoded =
        decoder.decode(memory, 1, input.length - 1, input.length - 1, link, 0, packet);
    look(decoded, input.length);
    int layers = 1;
    while (packet.tunnel() != Tunnel.NONE) {
      look(decoder.decodeInner(packet), input.length);
      assertThat(++layers).isLessThanOrEqualTo(PacketDecoder.MAX_LAYERS);
    }
    look(decoder.decodeReassembled(memory, input.length, packet), input.length);
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::frames);
  }

  static List<byte[]> samples() {
    return Stream.concat(FrameSamples.frames(), FrameSamples.tunnels())
        .map(FrameSamples.Sample::withLink)
        .toList();
  }

  private void look(Decoded decoded, int end) {
    if (decoded.isSound()) {
      assertThat(packet.ipVersion()).isIn(4, 6);
      assertThat(packet.payloadOffset()).isPositive();
    }
    assertThat(packet.payloadLength()).isNotNegative();
    assertThat(packet.payloadOffset() + packet.payloadLength()).isLessThanOrEqualTo(end);
    assertThat(packet.networkEnd()).isLessThanOrEqualTo(end);
    assertThat(packet.vlanCount()).isBetween(0, Packet.MAX_VLANS);
    if (packet.ipVersion() != 0) {
      IpHeader ip = packet.ip();
      assertThat(ip.ttl()).isBetween(0, 255);
      assertThat(ip.trafficClass()).isBetween(0, 255);
      assertThat(ip.identification()).isBetween(0L, 0xffff_ffffL);
      assertThat(ip.fragmentOffset() % 8).isZero();
      assertThat(ip.length()).isBetween(20, 60);
      assertThat(ip.moreFragments() || ip.fragmentOffset() > 0)
          .isEqualTo(decoded == Decoded.FRAGMENT || isCutFragment(decoded));
      assertThat(Stream.of(ip.dontFragment(), ip.reservedBit())).hasSize(2);
      assertThat(Checksums.network(packet)).isNotNull();
    }
    assertThat(Checksums.transport(packet)).isNotNull();
    if (packet.isTcp()) {
      TcpHeader tcp = packet.tcp();
      assertThat(tcp.length()).isBetween(20, 60);
      assertThat(tcp.sequence() | tcp.acknowledgement()).isBetween(0L, 0xffff_ffffL);
      assertThat(tcp.flags()).isBetween(0, 255);
      assertThat(tcp.window() | tcp.urgentPointer()).isBetween(0, 0xffff);
    }
    if (packet.isIcmp()) {
      IcmpHeader icmp = packet.icmp();
      assertThat(icmp.type() | icmp.code()).isBetween(0, 255);
      assertThat(icmp.identifier() | icmp.sequence()).isBetween(0, 0xffff);
    }
  }

  private boolean isCutFragment(Decoded decoded) {
    return decoded == Decoded.TRUNCATED
        && packet.transportOffset() < 0
        && (packet.ip().moreFragments() || packet.ip().fragmentOffset() > 0);
  }
}
