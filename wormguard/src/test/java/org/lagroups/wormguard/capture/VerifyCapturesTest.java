package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.Tunnel;
import org.lagroups.wormguard.testing.VerifyCases;

/** The published captures: all packets are there, and their links and tunnels are understood. */
class VerifyCapturesTest {

  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();

  @Test
  void readsEveryPacketOfEveryCapture() {
    Set<Decoded> seen = EnumSet.noneOf(Decoded.class);
    for (VerifyCases.Case each : VerifyCases.all()) {
      assertThat(PcapFile.open(each.capture())).isInstanceOf(PcapFile.Opening.Opened.class);
      if (PcapFile.open(each.capture()) instanceof PcapFile.Opening.Opened(PcapFile file)) {
        try (file) {
          Frames frames = file.frames();
          while (frames.next()) {
            seen.add(frames.decode(decoder, packet));
            while (packet.tunnel() != Tunnel.NONE) {
              seen.add(decoder.decodeInner(packet));
            }
          }
          assertThat(frames.damage()).as(each.name()).isEmpty();
          assertThat(frames.count()).as(each.name()).isEqualTo(each.packets());
          assertThat(frames.position()).isEqualTo(file.size());
        }
      }
    }
    assertThat(seen).doesNotContain(Decoded.UNKNOWN_LINK, Decoded.TOO_DEEP);
  }
}
