package org.lagroups.scenarios.bench.guard.inline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.lagroups.scenarios.process.Background;
import org.lagroups.scenarios.process.Orders;

/**
 * A host that sends to another of its kind: {@code ports} tells where it listens for streams and
 * datagrams, {@code received} how many bytes of streams have come, {@code streams ADDRESS PORT
 * COUNT MILLIS} sends for that long and tells the nanoseconds it took, and {@code trips ADDRESS
 * PORT MILLIS} how long datagrams were under way. It sends datagrams back to where they come from.
 */
public final class LoadHost {

  /** How many datagrams go out in a second, one at a time. */
  static final int TRIPS_PER_SECOND = 500;

  /** Most of the rules that are made up are about HTTP. */
  private static final int HTTP_PORT = 80;

  private static final int PIECE_BYTES = 1 << 16;
  private static final int CONNECT_MILLIS = 5_000;

  private final ServerSocket listening = new ServerSocket(HTTP_PORT);
  private final DatagramSocket echoing = new DatagramSocket();
  private final LongAdder received = new LongAdder();

  private LoadHost() throws IOException {
    Background.start("accept", this::accept);
    Background.start("echo", this::echo);
  }

  /** Runs until the input ends. */
  public static void main(String[] args) throws Exception {
    Orders.take(new LoadHost()::obey);
  }

  private String obey(String[] order) throws IOException, InterruptedException {
    return switch (order[0]) {
      case "ports" -> listening.getLocalPort() + " " + echoing.getLocalPort();
      case "received" -> String.valueOf(received.sum());
      case "streams" -> streams(place(order), Integer.parseInt(order[3]), nanos(order[4]));
      case "trips" -> RoundTrips.make(place(order), nanos(order[3]), TRIPS_PER_SECOND).text();
      default -> Orders.unknown(order);
    };
  }

  private static String streams(InetSocketAddress to, int count, long nanos)
      throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(count);
    long begin = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long seed = i;
      Background.start(
          "stream " + i,
          () -> {
            send(to, seed, begin, nanos);
            ended.countDown();
          });
    }
    // One that could not send does not end, and has said why.
    if (!ended.await(
        2 * nanos + TimeUnit.MILLISECONDS.toNanos(CONNECT_MILLIS), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException("%d of %d streams failed".formatted(ended.getCount(), count));
    }
    return String.valueOf(System.nanoTime() - begin);
  }

  private static void send(InetSocketAddress to, long seed, long begin, long nanos)
      throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    new Random(seed).nextBytes(piece);
    try (Socket socket = new Socket()) {
      socket.connect(to, CONNECT_MILLIS);
      OutputStream out = socket.getOutputStream();
      while (System.nanoTime() - begin < nanos) {
        out.write(piece);
      }
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket socket = listening.accept();
      Background.start("receive", () -> receive(socket));
    }
  }

  private void receive(Socket taken) throws IOException {
    byte[] buffer = new byte[PIECE_BYTES];
    try (Socket socket = taken;
        InputStream in = socket.getInputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        received.add(n);
      }
    }
  }

  private void echo() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[PIECE_BYTES], PIECE_BYTES);
    while (true) {
      packet.setLength(PIECE_BYTES);
      echoing.receive(packet);
      echoing.send(packet);
    }
  }

  private static InetSocketAddress place(String[] order) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(order[1]), Integer.parseInt(order[2]));
  }

  private static long nanos(String millis) {
    return TimeUnit.MILLISECONDS.toNanos(Long.parseLong(millis));
  }
}
