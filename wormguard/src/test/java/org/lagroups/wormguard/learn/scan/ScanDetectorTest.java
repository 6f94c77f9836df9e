package org.lagroups.wormguard.learn.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lagroups.wormguard.testing.PacketBytes.TCP;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.TcpHeader;
import org.lagroups.wormguard.testing.PacketBytes;

final class ScanDetectorTest {

  private static final long SECOND = 1_000_000_000L;

  private final SplittableRandom random = new SplittableRandom(Seeds.one());
  private final List<Scanner> found = new ArrayList<>();
  private final ScanDetector detector = new ScanDetector(ScanSettings.DEFAULT, random, found::add);
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();
  private long nanos = 1_000 * SECOND;

  @Test
  void findsWhoTriesManyThatDoNotAnswer() {
    for (int i = 0; i < 300; i++) {
      syn("10.0.0.1", target(i), 445);
    }
    assertThat(found).hasSize(1);
    Scanner scanner = found.getFirst();
    assertThat(scanner.tried()).isBetween(100, 130);
    assertThat(scanner.answered()).isZero();
    assertThat(scanner.lastPort()).isEqualTo(445);
    assertThat(detector.isScanning(scanner.addressHigh(), scanner.addressLow())).isTrue();
    assertThat(detector.isScanning(scanner.addressHigh(), scanner.addressLow() + 1)).isFalse();
  }

  @Test
  void findsWhoTriesManyPortsOfOneAndWhoUsesUdp() {
    for (int port = 1; port <= 300; port++) {
      syn("10.0.0.1", "192.0.2.1", port);
      udp("10.0.0.2", "192.0.2.1", 5_000, port);
    }
    assertThat(found).hasSize(2);
  }

  @Test
  void leavesAloneWhoIsAnswered() {
    for (int i = 0; i < 5_000; i++) {
      syn("10.0.0.1", target(i), 80);
      synAck(target(i), "10.0.0.1", 80);
      // A server of names, whose clients each have a port of their own.
      udp(target(i), "10.0.0.53", 1_024 + i, 53);
      udp("10.0.0.53", target(i), 53, 1_024 + i);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void leavesAloneWhoTriesFewOverAndOver() {
    for (int i = 0; i < 5_000; i++) {
      syn("10.0.0.1", target(i % 50), 80);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void countsByIntervals() {
    for (int i = 0; i < 300; i++) {
      syn("10.0.0.1", target(i), 80);
      nanos += SECOND;
    }
    assertThat(found).isEmpty();
    for (int interval = 0; interval < 3; interval++) {
      nanos += 60 * SECOND;
      for (int i = 0; i < 200; i++) {
        syn("10.0.0.1", target(i), 80);
      }
    }
    assertThat(found).hasSize(3);
  }

  @Test
  void makesRoomForNewSources() {
    ScanDetector small = new ScanDetector(new ScanSettings(20, SECOND, 8), random, found::add);
    long memory = small.memoryBytes();
    for (int source = 0; source < 100; source++) {
      for (int i = 0; i < 60; i++) {
        take(
            small,
            "10.0.1." + source,
            target(i),
            TCP,
            PacketBytes.tcp(1, 80, 0, 0, TcpHeader.SYN, new byte[0]));
      }
    }
    assertThat(found).hasSize(100);
    assertThat(small.memoryBytes()).isEqualTo(memory);
  }

  @Test
  void refusesSettingsOutOfRange() {
    assertThatThrownBy(() -> new ScanSettings(1, SECOND, 8)).hasMessageContaining("1 failures");
    assertThatThrownBy(() -> new ScanSettings(2, SECOND - 1, 8)).hasMessageContaining("a second");
    assertThatThrownBy(() -> new ScanSettings(2, SECOND, 4)).hasMessageContaining("4 sources");
    assertThatThrownBy(() -> new ScanSettings(2, SECOND, 24)).hasMessageContaining("power of two");
  }

  private void syn(String from, String to, int port) {
    take(from, to, TCP, PacketBytes.tcp(4_000, port, 0, 0, TcpHeader.SYN, new byte[0]));
  }

  private void synAck(String from, String to, int port) {
    int flags = TcpHeader.SYN | TcpHeader.ACK;
    take(from, to, TCP, PacketBytes.tcp(port, 4_000, 0, 0, flags, new byte[0]));
  }

  private void udp(String from, String to, int sourcePort, int destinationPort) {
    take(from, to, UDP, PacketBytes.udp(sourcePort, destinationPort, new byte[1]));
  }

  private void take(String from, String to, int protocol, byte[] inside) {
    take(detector, from, to, protocol, inside);
  }

  private void take(ScanDetector taking, String from, String to, int protocol, byte[] inside) {
    byte[] frame = PacketBytes.ipv4(from, to, protocol, inside);
    decoder.decode(
        MemorySegment.ofArray(frame), 0, frame.length, frame.length, LinkType.RAW, nanos, packet);
    taking.take(packet, nanos);
  }

  private static String target(int i) {
    return "172.16.%d.%d".formatted(i / 250, i % 250);
  }
}
