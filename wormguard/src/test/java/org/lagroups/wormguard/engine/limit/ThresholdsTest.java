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
  void aCounterThatHasEndedMakesRoomAndIsNotCountedAsGivenUp() {
    Thresholds few = new Thresholds(8, 7);
    for (int i = 1; i <= 8; i++) {
      see("192.0.2." + i, i);
      few.count(1, FIRST_OF_SOURCE, packet, 0);
    }
    see("192.0.2.9", 61);
    few.count(1, FIRST_OF_SOURCE, packet, 0);
    assertThat(few.evicted()).isZero();
    see("192.0.2.2", 61);
    assertThat(few.count(1, FIRST_OF_SOURCE, packet, 0)).isEqualTo(Outcome.SILENT);
  }

  @Test
  void aFrameFromFarAheadSilencesNothing() {
    assertThat(count(1, "192.0.2.1", 4_000_000_000L)).isEqualTo(Outcome.ALERT);
    assertThat(count(1, "192.0.2.1", 1_700_000_000L)).isEqualTo(Outcome.ALERT);
    assertThat(count(1, "192.0.2.1", 1_699_999_999L)).isEqualTo(Outcome.SILENT);
  }

  @Test
  void neighboursOfAnAddressDoNotPushItsCounterOut() {
    Threshold sixth = new Threshold(Threshold.Kind.FILTER, Threshold.Track.DESTINATION, 5, 60);
    Thresholds many = new Thresholds(1 << 16, 0x123456789abcdefL);
    Outcome last = Outcome.NOTHING;
    for (int i = 0; i <= 5; i++) {
      seeTo("2001:db8::1", i);
      last = many.count(1, sixth, packet, 0);
      for (int neighbour = 1; neighbour <= 64; neighbour++) {
        seeTo("2001:db8:0:0:" + Integer.toHexString(neighbour) + "::1", i);
        many.count(1, sixth, packet, 0);
      }
    }
    assertThat(last).isEqualTo(Outcome.ALERT);
    assertThat(many.evicted()).isZero();
  }

  @Test
  void needRoomForOneSetOfCountersAtLeast() {
    assertThatThrownBy(() -> new Thresholds(7, 1)).hasMessageContaining("7 counters");
  }

  private Outcome count(int rule, String source, long second) {
    see(source, second);
    return thresholds.count(rule, FIRST_OF_SOURCE, packet, 0);
  }

  private void see(String source, long second) {
    decode(
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                source, PacketBytes.B4, PacketBytes.UDP, PacketBytes.udp(1, 2, new byte[3]))),
        second);
  }

  private void seeTo(String destination, long second) {
    decode(
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV6,
            PacketBytes.ipv6(
                PacketBytes.A6, destination, PacketBytes.UDP, PacketBytes.udp(1, 2, new byte[3]))),
        second);
  }

  private void decode(byte[] frame, long second) {
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
