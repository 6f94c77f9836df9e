package org.lagroups.wormguard.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.rule.Threshold;
import org.lagroups.wormguard.testing.PacketBytes;

final class ThresholdsTest {

  private static final Threshold FIRST_OF_SOURCE =
      new Threshold(Threshold.Kind.LIMIT, Threshold.Track.SOURCE, 1, 60);

  private final Thresholds thresholds = new Thresholds(64, 7);
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();

  @Test
  void countEachSourceAndEachRuleByItself() {
    assertThat(count(1, "192.0.2.1", 0)).isEqualTo(Outcome.ALERT);
    assertThat(count(1, "192.0.2.1", 1)).isEqualTo(Outcome.SILENT);
    assertThat(count(1, "192.0.2.2", 1)).isEqualTo(Outcome.ALERT);
    assertThat(count(2, "192.0.2.1", 1)).isEqualTo(Outcome.ALERT);
    assertThat(thresholds.evicted()).isZero();
  }

  @Test
  void giveUpTheCounterThatBeganFirstWhereThereIsNoRoom() {
    Thresholds few = new Thresholds(8, 7);
    for (int i = 1; i <= 9; i++) {
      see("192.0.2." + i, i);
      assertThat(few.count(1, FIRST_OF_SOURCE, packet, 0)).isEqualTo(Outcome.ALERT);
    }
    assertThat(few.evicted()).isEqualTo(1);
    see("192.0.2.2", 10);
    assertThat(few.count(1, FIRST_OF_SOURCE, packet, 0)).isEqualTo(Outcome.SILENT);
    see("192.0.2.1", 10);
    assertThat(few.count(1, FIRST_OF_SOURCE, packet, 0)).isEqualTo(Outcome.ALERT);
    assertThat(few.evicted()).isEqualTo(2);
  }

  @Test
  void needRoomForOneSetOfCountersAtLeast() {
    assertThatThrownBy(() -> new Thresholds(7, 1)).hasMessageContaining("7 counters");
  }

  private Outcome count(int rule, String source, int second) {
    see(source, second);
    return thresholds.count(rule, FIRST_OF_SOURCE, packet, 0);
  }

  private void see(String source, int second) {
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                source, PacketBytes.B4, PacketBytes.UDP, PacketBytes.udp(1, 2, new byte[3])));
    decoder.decode(
        MemorySegment.ofArray(frame),
        0,
        frame.length,
        frame.length,
        LinkType.ETHERNET,
        second * 1_000_000_000L,
        packet);
  }
}
