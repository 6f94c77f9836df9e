package org.lagroups.wormguard.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.testing.PacketBytes;

/** On the loopback interface, with the rights to do so; skipped without. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveCaptureTest {

  private static final String LOOPBACK = "lo";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final List<LiveCapture> open = new ArrayList<>();

  @AfterEach
  void closeAll() {
    open.forEach(LiveCapture::stop);
    open.forEach(LiveCapture::close);
  }

  @Test
  void takesWhatIsSentOverTheInterface() throws IOException {
    LiveCapture capture = capture(LiveSettings.of(LOOPBACK).incoming());
    String text = "marked at " + System.nanoTime();
    Instant before = Instant.now();

    Seen seen;
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      seen = new Seen(socket.getLocalPort(), text);
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      DatagramPacket datagram =
          new DatagramPacket(bytes, bytes.length, socket.getLocalSocketAddress());
      pollUntil(capture, seen, () -> socket.send(datagram));
    }

    assertThat(capture.link()).isEqualTo(LinkType.ETHERNET);
    assertThat(seen.wire).isEqualTo(seen.captured).isEqualTo(14 + 20 + 8 + text.length());
    assertThat(Instant.EPOCH.plusNanos(seen.nanos))
        .isBetween(before.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(capture.counts().orElseThrow().received()).isPositive();
  }

  @Test
  void sendsFramesAsTheyAre() throws IOException {
    String text = "sent at " + System.nanoTime();
    LiveCapture from = capture(LiveSettings.of(LOOPBACK));
    LiveCapture to = capture(LiveSettings.of(LOOPBACK));
    byte[] frame =
        PacketBytes.ethernet(
            PacketBytes.TYPE_IPV4,
            PacketBytes.ipv4(
                PacketBytes.A4,
                PacketBytes.B4,
                PacketBytes.UDP,
                PacketBytes.udp(1, 2, PacketBytes.text(text))));
    MemorySegment memory = MemorySegment.ofArray(PacketBytes.join(new byte[3], frame));
    Seen seen = new Seen(2, text);

    pollUntil(to, seen, () -> assertThat(from.send(memory, 3, frame.length)).isEmpty());

    assertThat(seen.captured).isEqualTo(frame.length);
  }

  @Test
  void stopsWaitingWhenAskedTo() throws InterruptedException {
    LiveCapture capture = capture(LiveSettings.of(LOOPBACK));
    AtomicBoolean stopped = new AtomicBoolean();
    Thread poller =
        Thread.ofPlatform()
            .start(() -> {
              Polled last = new Polled.Taken(0);
              while (last instanceof Polled.Taken) {
                last = capture.poll((_, _, _, _, _, _) -> {});
              }
              stopped.set(last instanceof Polled.Stopped);
            });
    capture.stop();
    assertThat(poller.join(PATIENCE)).isTrue();
    assertThat(stopped).isTrue();
  }

  @Test
  void letsOutWhatItsHandlerThrowsAndGoesOn() throws IOException {
    LiveCapture capture = capture(LiveSettings.of(LOOPBACK));
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      byte[] bytes = PacketBytes.text("again");
      Sending sending =
          () ->
              socket.send(new DatagramPacket(bytes, bytes.length, socket.getLocalSocketAddress()));
      assertThatThrownBy(
              () -> {
                do {
                  sending.send();
                } while (capture.poll(LiveCaptureTest::fail) instanceof Polled.Taken);
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("in the handler");

      pollUntil(capture, new Seen(socket.getLocalPort(), "again"), sending);
    }
  }

  @Test
  void saysWhyAnInterfaceCannotBeOpened() {
    capture(LiveSettings.of(LOOPBACK));
    assertThat(LiveCapture.open(LiveSettings.of("none-such")))
        .isInstanceOfSatisfying(
            LiveCapture.Opening.Refused.class,
            refused ->
                assertThat(refused.why())
                    .contains("interface none-such cannot be opened")
                    .contains("ip link"));
  }

  private LiveCapture capture(LiveSettings settings) {
    LiveCapture.Opening opening = LiveCapture.open(settings);
    assumeThat(opening)
        .as("interfaces cannot be captured from here")
        .isInstanceOf(LiveCapture.Opening.Opened.class);
    LiveCapture capture = ((LiveCapture.Opening.Opened) opening).capture();
    open.add(capture);
    return capture;
  }

  private static void pollUntil(LiveCapture capture, Seen seen, Sending sending)
      throws IOException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!seen.found && Instant.now().isBefore(deadline)) {
      sending.send();
      assertThat(capture.poll(seen)).isInstanceOf(Polled.Taken.class);
    }
    assertThat(seen.found).isTrue();
  }

  private static void fail(
      MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
    throw new IllegalStateException("in the handler");
  }

  private interface Sending {
    void send() throws IOException;
  }

  /** Looks for a datagram to a port with a text. */
  private static final class Seen implements FrameHandler {

    private final PacketDecoder decoder = new PacketDecoder();
    private final Packet packet = new Packet();
    private final int port;
    private final byte[] text;
    private boolean found;
    private int captured;
    private int wire;
    private long nanos;

    Seen(int port, String text) {
      this.port = port;
      this.text = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void take(
        MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
      Decoded decoded = decoder.decode(memory, offset, captured, wire, link, nanos, packet);
      if (decoded == Decoded.OK && packet.destinationPort() == port && hasText()) {
        found = true;
        this.captured = captured;
        this.wire = wire;
        this.nanos = nanos;
      }
    }

    private boolean hasText() {
      byte[] payload =
          packet
              .frame()
              .asSlice(packet.payloadOffset(), packet.payloadLength())
              .toArray(ValueLayout.JAVA_BYTE);
      return Arrays.equals(payload, text);
    }
  }
}
