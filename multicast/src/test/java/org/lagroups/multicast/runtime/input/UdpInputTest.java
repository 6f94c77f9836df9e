package org.lagroups.multicast.runtime.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.HostPort;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;

@Timeout(60)
class UdpInputTest {

  private final TestLoop loop = new TestLoop();
  private final Heard<InputEvent> heard = new Heard<>();
  private InputSettings settings = new InputSettings(1_316, 10 * 1_316, 60_000);
  private InputAddress.Udp address = new InputAddress.Udp(new HostPort("127.0.0.1", 0), "");

  @AfterEach
  void end() {
    loop.close();
  }

  @Test
  void hearsDatagramsAsTheyCome() throws Exception {
    try (StreamInput input = open()) {
      assertThat(input.lengthBytes()).isEmpty();
      request(input, 100);
      for (int i = 0; i < 20; i++) {
        Bytes datagram = TsBytes.packets(i, 7);
        send(datagram);
        assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(datagram);
      }
      assertThat(input.counts()).isEqualTo(new InputCounts(20 * 1_316, 0, 0, 0));
    }
  }

  @Test
  void leavesOutWhatIsNotTs() throws Exception {
    try (StreamInput input = open()) {
      request(input, 100);
      send(Bytes.copyOf(new byte[1_316]));
      send(Bytes.copyOf(new byte[10]));
      send(TsBytes.packets(0, 1));
      String told = heard.next(InputEvent.Foreign.class).problem().message();
      assertThat(told).contains("a datagram of 1316 bytes", "is not MPEG-TS");
      assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(TsBytes.packets(0, 1));
      assertThat(input.counts().foreignDatagrams()).isEqualTo(2);
    }
  }

  @Test
  void dropsTheOldestWhereNobodyTakesThemAndCountsThem() throws Exception {
    try (StreamInput input = open()) {
      for (int i = 0; i < 25; i++) {
        send(TsBytes.packets(i, 7));
      }
      send(Bytes.copyOf(new byte[1]));
      heard.next(InputEvent.Foreign.class); // so all before it have been read
      assertThat(input.counts()).isEqualTo(new InputCounts(25 * 1_316, 15, 15 * 1_316, 1));
      request(input, 100);
      for (int i = 15; i < 25; i++) {
        assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(TsBytes.packets(i, 7));
      }
    }
  }

  @Test
  void goesOnWhileTheLoopIsHeldUp() throws Exception {
    try (StreamInput input = open()) {
      request(input, 100);
      CountDownLatch gate = new CountDownLatch(1);
      loop.execute(() -> awaitOpen(gate));
      for (int i = 0; i < 5; i++) {
        send(TsBytes.packets(i, 7));
      }
      gate.countDown();
      for (int i = 0; i < 5; i++) {
        assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(TsBytes.packets(i, 7));
      }
    }
  }

  @Test
  void tellsThatNothingComes() throws Exception {
    settings = new InputSettings(1_316, 13_160, 200);
    try (StreamInput input = open()) {
      request(input, 1);
      heard.next(InputEvent.Silent.class);
      send(TsBytes.packets(0, 7));
      heard.next(InputEvent.Piece.class);
    }
  }

  @Test
  void hearsAMulticastGroup() throws Exception {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    address = new InputAddress.Udp(new HostPort("239.255.77.7", 0), loopback.getName());
    try (StreamInput input = open();
        DatagramChannel sender = DatagramChannel.open()) {
      request(input, 10);
      sender.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
      sender.setOption(StandardSocketOptions.IP_MULTICAST_LOOP, true);
      sender.send(
          TsBytes.packets(3, 7).asReadOnlyBuffer(),
          new InetSocketAddress("239.255.77.7", address.place().port()));
      assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(TsBytes.packets(3, 7));
    }
  }

  @Test
  void hearsOnAllAddresses() throws Exception {
    address = new InputAddress.Udp(new HostPort("", 0), "");
    try (StreamInput input = open()) {
      request(input, 10);
      send(TsBytes.packets(0, 2));
      assertThat(heard.next(InputEvent.Piece.class).bytes()).isEqualTo(TsBytes.packets(0, 2));
    }
  }

  @Test
  void saysThatAPortIsTaken() throws Exception {
    try (StreamInput input = open()) {
      assertThat(input.counts().bytes()).isZero();
      assertThat(refusal()).contains("cannot hear on udp://127.0.0.1:");
    }
  }

  @Test
  void saysThatAnAddressIsNotOfThisMachine() {
    address = new InputAddress.Udp(new HostPort("192.0.2.1", 0), "");
    assertThat(refusal()).contains("cannot hear on udp://192.0.2.1:0");
    address = new InputAddress.Udp(new HostPort("239.255.77.7", 0), "nosuch0");
    assertThat(refusal()).contains("no network interface nosuch0", "there are: ");
  }

  private StreamInput open() {
    Inputs.Opening opening =
        new Inputs(loop, InputStream.nullInputStream()).open(address, settings, heard);
    assertThat(opening).isInstanceOf(Inputs.Opening.Ready.class);
    Inputs.Opening.Ready ready = (Inputs.Opening.Ready) opening;
    address = (InputAddress.Udp) ready.address();
    return ready.input();
  }

  private String refusal() {
    Inputs.Opening opening =
        new Inputs(loop, InputStream.nullInputStream()).open(address, settings, heard);
    assertThat(opening).isInstanceOf(Inputs.Opening.Refused.class);
    return ((Inputs.Opening.Refused) opening).problem().message();
  }

  private void request(StreamInput input, int pieces) throws Exception {
    loop.call(() -> {
      input.request(pieces);
      return true;
    });
  }

  private void send(Bytes datagram) throws Exception {
    try (DatagramChannel sender = DatagramChannel.open()) {
      sender.send(
          datagram.asReadOnlyBuffer(),
          new InetSocketAddress(InetAddress.getLoopbackAddress(), address.place().port()));
    }
  }

  private static void awaitOpen(CountDownLatch gate) {
    try {
      assertThat(gate.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
