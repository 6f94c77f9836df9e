package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.learn.detect.Outbreak;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.runtime.cooperation.WormguardModule;
import org.lagroups.wormguard.runtime.cooperation.battery.LocalBattery;
import tools.jackson.databind.JsonNode;

/** {@code lag guard learn --offer} at a node of a real home. */
@Timeout(120)
final class LearnOfferTest {

  private static final int PACKETS = 60;
  private static final long STEP_NANOS = 100_000_000;

  private final SplittableRandom random = new SplittableRandom(1);
  private final WormguardModule module = new WormguardModule();
  @TempDir private Path folder = Path.of(".");
  private Path capture = Path.of(".");
  private List<NodeProcess> running = List.of();

  @BeforeEach
  void startANodeAndWriteAnOutbreak() throws IOException {
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(module))
            .withConfig(config -> config.withName("ann").withListen("127.0.0.1", config.port()));
    running = List.of(NodeProcess.start(HomeFolder.at(folder.resolve("ann")), options));
    byte[] invariant = new byte[400];
    random.nextBytes(invariant);
    capture = folder.resolve("outbreak.pcap");
    try (PcapWriter writer = PcapWriter.create(capture, LinkType.ETHERNET)) {
      for (int i = 0; i < PACKETS; i++) {
        byte[] frame = Outbreak.plain(invariant).frames(i, i, random).getFirst();
        writer.write(
            MemorySegment.ofArray(frame), 0, frame.length, frame.length, (i + 1) * STEP_NANOS);
      }
    }
  }

  @AfterEach
  void stop() {
    running.forEach(NodeProcess::close);
  }

  @Test
  void offersWhatItFindsOnceThereIsTrafficToTestItBy() {
    assertThat(learn("--pcap", capture.toString()).err()).contains("belongs to no group");
    assertThat(lag("group", "create").code()).isZero();
    assertThat(learn("--pcap", capture.toString(), "--group", "another").err())
        .contains("does not belong to that group", "--group");

    Captured tooEarly = learn("--pcap", capture.toString());
    assertThat(tooEarly.code()).as(tooEarly.err()).isEqualTo(1);
    assertThat(tooEarly.err())
        .contains("not offered: it cannot be tested now: 0 ordinary payloads are here");
    assertThat(module.benign().size()).as("none of the worm's").isZero();

    Path ordinary = folder.resolve("ordinary.pcap");
    writeOrdinary(ordinary);
    Captured done = learn("--pcap", capture.toString(), "--benign", ordinary.toString());
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.err())
        .contains(": offered as ", ", and endorsed by this node", "given to the node: 1,000");
    assertThat(lag("guard", "sigs").out()).contains("endorsed", "1 of 3");
  }

  @Test
  void givesTheNodeOrdinaryTrafficOfAnInterface() {
    LiveCapture.Opening opening = LiveCapture.open(LiveSettings.of("lo"));
    assumeThat(opening)
        .as("interfaces cannot be captured from here")
        .isInstanceOf(LiveCapture.Opening.Opened.class);
    ((LiveCapture.Opening.Opened) opening).capture().close();
    assertThat(lag("group", "create").code()).isZero();
    Thread talker = Thread.ofVirtual().start(LearnOfferTest::talk);
    JsonNode view;
    try {
      view = learn("--interface", "lo", "--for", "3", "--json").json();
    } finally {
      talker.interrupt();
    }
    assertThat(view.at("/offers/ordinaryGiven").asInt()).isPositive();
    assertThat(module.benign().size()).isEqualTo(view.at("/offers/ordinaryGiven").asInt());
  }

  /** Sends over the interface until it is interrupted. */
  private static void talk() {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      DatagramPacket datagram = new DatagramPacket(new byte[9], 9, socket.getLocalSocketAddress());
      while (true) {
        socket.send(datagram);
        Thread.sleep(20);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeOrdinary(Path path) {
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      for (int i = 0; i < LocalBattery.LEAST_PAYLOADS; i++) {
        byte[] payload = new byte[100];
        random.nextBytes(payload);
        byte[] frame = Outbreak.plain(payload).frames(1, 1, payload, random).getFirst();
        writer.write(
            MemorySegment.ofArray(frame), 0, frame.length, frame.length, (i + 1) * STEP_NANOS);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Captured learn(String... options) {
    // With this sampling no content of 400 bytes is overlooked.
    Stream<String> all = Stream.of("guard", "learn", "--offer", "--sampling", "16");
    return lag(Stream.concat(all, Stream.of(options)).toArray(String[]::new));
  }

  private Captured lag(String... arguments) {
    return Captured.at(folder.resolve("ann"), arguments);
  }
}
