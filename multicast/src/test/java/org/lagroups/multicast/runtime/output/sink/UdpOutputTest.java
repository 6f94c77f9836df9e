package org.lagroups.multicast.runtime.output.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.HostPort;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;

@Timeout(60)
class UdpOutputTest {

  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();
  private DatagramSocket player;
  private OutputAddress.Udp address;
  private StreamOutput output;

  private record Arrived(Bytes bytes, long nanos) {}

  @BeforeEach
  void begin() throws Exception {
    player = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    player.setReceiveBufferSize(1 << 20);
    player.setSoTimeout(20_000);
    HostPort place = new HostPort("127.0.0.1", player.getLocalPort());
    address = new OutputAddress.Udp(place, "", 1);
    output = SinkOutputs.udp(address, new OutputNews(loop, heard));
  }

  @AfterEach
  void end() {
    output.close();
    player.close();
    loop.close();
  }

  @Test
  void sendsSevenPacketsADatagram() throws Exception {
    UdpSink sink = UdpSink.open(address, new ArrivalPace());
    sink.write(TsBytes.packets(0, 10), 0);
    sink.write(TsBytes.packets(10, 10), 0);
    sink.finish();
    sink.close();
    assertThat(receive(188 * 20).stream().map(one -> one.bytes.length()))
        .containsExactly(7 * 188, 7 * 188, 6 * 188);
  }

  @Test
  void finishesOnceEverythingIsSent() throws Exception {
    output.write(TsBytes.packets(0, 20));
    output.end();
    receive(188 * 20);
    heard.next(OutputEvent.Finished.class);
  }

  @Test
  void keepsTheRestBackForAMomentOnly() throws Exception {
    output.write(TsBytes.packets(0, 2));
    assertThat(receive(2 * 188).getFirst().bytes).isEqualTo(TsBytes.packets(0, 2));
  }

  @Test
  void sendsEverythingInOrderWithoutBursts() throws Exception {
    int packets = 0;
    List<Arrived> arrived = new ArrayList<>();
    for (int payload = 0; payload < 6; payload++) {
      output.write(TsBytes.packets(packets, 70));
      packets += 70;
      arrived.addAll(receive(70 * 188));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    arrived.forEach(one -> all.writeBytes(one.bytes.toArray()));
    assertThat(all.toByteArray()).isEqualTo(TsBytes.packets(0, packets).toArray());
    assertThat(IntStream.range(0, 6).filter(payload -> isSpread(arrived, payload)).count())
        .as("payloads whose ten datagrams did not come at once; the test itself may be held up")
        .isGreaterThanOrEqualTo(3);
  }

  private static boolean isSpread(List<Arrived> arrived, int payload) {
    long first = arrived.get(10 * payload).nanos;
    long last = arrived.get(10 * payload + 9).nanos;
    return last - first > TimeUnit.MILLISECONDS.toNanos(20);
  }

  private List<Arrived> receive(int bytes) throws Exception {
    List<Arrived> arrived = new ArrayList<>();
    int left = bytes;
    while (left > 0) {
      DatagramPacket packet = new DatagramPacket(new byte[2_000], 2_000);
      player.receive(packet);
      Bytes content = Bytes.copyOf(packet.getData(), 0, packet.getLength());
      arrived.add(new Arrived(content, System.nanoTime()));
      left -= content.length();
    }
    return arrived;
  }
}
