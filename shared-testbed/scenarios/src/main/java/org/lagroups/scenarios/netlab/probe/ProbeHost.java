package org.lagroups.scenarios.netlab.probe;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.lagroups.scenarios.process.Background;
import org.lagroups.scenarios.process.Orders;

/** What runs inside a host for a {@link Probe}. It ends when its input does. */
public final class ProbeHost {

  private final Sink sink = new Sink(new ServerSocket(0));
  private final ServerSocket tcp = new ServerSocket(0);
  private final DatagramSocket udp = new DatagramSocket();
  private final Streams streams = new Streams();

  private ProbeHost() throws IOException {
    Background.start("sink", sink::run);
    Background.start("echo streams", () -> Echo.streams(tcp));
    Background.start("echo datagrams", () -> Echo.datagrams(udp));
  }

  /** Runs until the input ends. */
  public static void main(String[] args) throws Exception {
    Orders.take(new ProbeHost()::obey);
  }

  private String obey(String[] order) throws IOException, InterruptedException {
    return switch (order[0]) {
      case "sink" -> String.valueOf(sink.port());
      case "tcp" -> String.valueOf(tcp.getLocalPort());
      case "udp" -> String.valueOf(udp.getLocalPort());
      case "send" -> {
        streams.begin(place(order));
        yield "done";
      }
      case "stop" -> {
        streams.end();
        yield "done";
      }
      case "received" -> sink.bytesFrom(order[1]) + " " + System.nanoTime();
      case "tcp-trip" -> String.valueOf(Echo.tcpTripMicros(place(order), times(order)));
      case "udp-trip" -> String.valueOf(Echo.udpTripMicros(place(order), times(order)));
      case "echoes" -> String.valueOf(Echo.echoes(place(order), times(order)));
      default -> Orders.unknown(order);
    };
  }

  private static InetSocketAddress place(String[] order) {
    return new InetSocketAddress(order[1], Integer.parseInt(order[2]));
  }

  private static int times(String[] order) {
    return Integer.parseInt(order[3]);
  }
}
