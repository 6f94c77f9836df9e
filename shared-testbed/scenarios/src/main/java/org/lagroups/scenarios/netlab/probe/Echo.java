package org.lagroups.scenarios.netlab.probe;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.TimeUnit;

/** Sends back what comes, and measures others that do. */
final class Echo {

  private static final int PATIENCE_MILLIS = 5_000;
  private static final int AT_ONCE = 40;
  private static final long NEXT_MILLIS = 50;
  private static final long LAST_MILLIS = 500;

  private Echo() {}

  /** Echoes streams, one after another. */
  static void streams(ServerSocket server) throws IOException {
    while (true) {
      try (Socket socket = server.accept()) {
        socket.setTcpNoDelay(true);
        for (int one = socket.getInputStream().read();
            one >= 0;
            one = socket.getInputStream().read()) {
          socket.getOutputStream().write(one);
        }
      }
    }
  }

  /** Echoes datagrams. */
  static void datagrams(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[1], 1);
    while (true) {
      socket.receive(packet);
      socket.send(packet);
    }
  }

  static long tcpTripMicros(InetSocketAddress to, int times) throws IOException {
    try (Socket socket = new Socket(to.getAddress(), to.getPort())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      return leastMicros(
          times,
          () -> {
            socket.getOutputStream().write(0);
            if (socket.getInputStream().read() < 0) {
              throw new IOException("the echo ended");
            }
          });
    }
  }

  static long udpTripMicros(InetSocketAddress to, int times) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      DatagramPacket packet = new DatagramPacket(new byte[1], 1, to);
      return leastMicros(
          times,
          () -> {
            packet.setSocketAddress(to);
            socket.send(packet);
            socket.receive(packet);
          });
    }
  }

  /** How many datagrams come back; some at a time, so that none has to wait where many would. */
  static long echoes(InetSocketAddress to, int datagrams) throws IOException, InterruptedException {
    try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
      channel.connect(to).configureBlocking(false);
      long count = 0;
      for (int sent = 0; sent < datagrams; ) {
        int now = Math.min(AT_ONCE, datagrams - sent);
        for (int i = 0; i < now; i++) {
          channel.write(ByteBuffer.allocate(1));
        }
        sent += now;
        count += arrived(channel, sent - count, sent < datagrams ? NEXT_MILLIS : LAST_MILLIS);
      }
      return count;
    }
  }

  /** How many arrive until so many have, or until that takes too long. */
  private static long arrived(DatagramChannel channel, long expected, long millis)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    long count = arrived(channel);
    while (count < expected && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(1);
      count += arrived(channel);
    }
    return count;
  }

  private static long arrived(DatagramChannel channel) throws IOException {
    long count = 0;
    while (channel.read(ByteBuffer.allocate(1)) > 0) {
      count++;
    }
    return count;
  }

  /** A question and its answer. */
  @FunctionalInterface
  private interface Trip {
    void run() throws IOException;
  }

  private static long leastMicros(int times, Trip trip) throws IOException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < times; i++) {
      long started = System.nanoTime();
      trip.run();
      least = Math.min(least, System.nanoTime() - started);
    }
    return TimeUnit.NANOSECONDS.toMicros(least);
  }
}
