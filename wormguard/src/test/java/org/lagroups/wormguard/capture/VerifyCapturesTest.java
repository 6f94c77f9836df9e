package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.fragment.Fate;
import org.lagroups.wormguard.packet.fragment.PacketUnpacker;
import org.lagroups.wormguard.packet.fragment.ReassemblySettings;
import org.lagroups.wormguard.testing.VerifyCases;

/** The published captures: all packets are there, and their links and tunnels are understood. */
class VerifyCapturesTest {

  private final PacketUnpacker unpacker =
      new PacketUnpacker(ReassemblySettings.DEFAULT.withVerifyChecksums(false));
  private int wrongChecksums;
  private int inside;

  @Test
  void readsEveryPacketOfEveryCapture() {
    Set<Decoded> seen = EnumSet.noneOf(Decoded.class);
    for (VerifyCases.Case each : VerifyCases.all()) {
      wrongChecksums = 0;
      inside = 0;
      seen.addAll(decode(each));
      assertThat(wrongChecksums == 0).as(each.name()).isEqualTo(each.areChecksumsValid());
      assertThat(inside > 0).as(each.name()).isEqualTo(each.hasTunnel() || isCut(each));
    }
    assertThat(seen)
        .containsExactlyInAnyOrder(Decoded.OK, Decoded.FRAGMENT, Decoded.NOT_IP, Decoded.MALFORMED);
    // Four of three fragments and one of 1,024; a sixth comes in fragments of fragments.
    assertThat(unpacker.reassembler().counts().of(Fate.COMPLETED)).isEqualTo(5 + 3);
    assertThat(unpacker.reassembler().counts().of(Fate.CONTRADICTING)).isZero();
  }

  private static boolean isCut(VerifyCases.Case each) {
    return each.name().startsWith("defrag") || each.name().endsWith("malformed-fragments-36");
  }

  private Set<Decoded> decode(VerifyCases.Case each) {
    Set<Decoded> seen = EnumSet.noneOf(Decoded.class);
    try (PcapFile file = PcapFileTest.opened(each.capture())) {
      Frames frames = file.frames();
      while (frames.next()) {
        frames.open(unpacker);
        do {
          seen.add(unpacker.decoded());
          look(unpacker.decoded(), unpacker.packet());
        } while (unpacker.next());
      }
      assertThat(frames.damage()).as(each.name()).isEmpty();
      assertThat(frames.count()).as(each.name()).isEqualTo(each.packets());
      assertThat(frames.position()).isEqualTo(file.size());
    }
    return seen;
  }

  private void look(Decoded decoded, Packet packet) {
    inside += packet.layer() > 0 && decoded == Decoded.OK ? 1 : 0;
    // The index counts those of malformed headers among the wrong ones.
    if (decoded == Decoded.MALFORMED
        || Checksums.network(packet) == Checksums.Verdict.BAD
        || Checksums.transport(packet) == Checksums.Verdict.BAD) {
      wrongChecksums++;
    }
  }
}
