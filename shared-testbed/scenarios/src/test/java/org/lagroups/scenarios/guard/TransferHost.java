package org.lagroups.scenarios.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lagroups.scenarios.process.Background;
import org.lagroups.scenarios.process.Orders;

/**
 * A host that sends and receives, by TCP and UDP. What is sent is made of a seed, with inert bytes
 * in the middle that stand for a worm, if it is to have some.
 *
 * <p>Of what came, it tells how many bytes that were, their hash, and whether those bytes are among
 * them.
 */
public final class TransferHost {

  /** What stands for a worm. */
  static final String WORM = "inert-bytes-that-stand-for-a-worm";

  private static final int PATIENCE_MILLIS = 1_500;

  /** So that what never arrives is not waited for. */
  private static final int SEND_BUFFER_BYTES = 200_000;

  private static final int MOST_DATAGRAM_BYTES = 65_507;

  private final ServerSocket listening = new ServerSocket(0);
  private final DatagramSocket datagrams = new DatagramSocket();
  private final LinkedBlockingQueue<String> streams = new LinkedBlockingQueue<>();

  private TransferHost() throws IOException {
    Background.start("streams", this::accept);
  }

  /** Runs until the input ends. */
  public static void main(String[] args) throws Exception {
    Orders.take(new TransferHost()::obey);
  }

  /** What a host tells of these bytes when they have come. */
  static String told(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return bytes.length + " " + hash(bytes) + " " + text.contains(WORM);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is sent. */
  static byte[] bytes(long seed, int length, boolean hasWorm) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    if (hasWorm) {
      byte[] worm = WORM.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(worm, 0, bytes, length / 2, worm.length);
    }
    return bytes;
  }

  private String obey(String[] order) throws IOException, InterruptedException {
    return switch (order[0]) {
      case "tcp-port" -> String.valueOf(listening.getLocalPort());
      case "udp-port" -> String.valueOf(datagrams.getLocalPort());
      case "send" -> send(place(order), payload(order));
      case "send-datagram" -> sendDatagram(place(order), payload(order));
      case "stream" -> {
        String told = streams.poll(10, TimeUnit.SECONDS);
        yield told == null ? "nothing" : told;
      }
      case "datagram" -> datagram();
      case "flood" -> flood(place(order), payload(order), Integer.parseInt(order[6]));
      case "datagrams" -> datagrams();
      case "reach" -> String.valueOf(InetAddress.getByName(order[1]).isReachable(PATIENCE_MILLIS));
      default -> Orders.unknown(order);
    };
  }

  /** Whether all was taken by the other side. */
  private static String send(InetSocketAddress to, byte[] bytes) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setSendBufferSize(SEND_BUFFER_BYTES);
      socket.connect(to, PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return socket.getInputStream().read() < 0 ? "refused" : "taken";
    } catch (SocketTimeoutException _) {
      return "late";
    }
  }

  private String sendDatagram(InetSocketAddress to, byte[] bytes) throws IOException {
    datagrams.send(new DatagramPacket(bytes, bytes.length, to));
    return "sent";
  }

  /** Sends the same so many times, as fast as it can. */
  private String flood(InetSocketAddress to, byte[] bytes, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      datagrams.send(new DatagramPacket(bytes, bytes.length, to));
    }
    return "sent";
  }

  private void accept() throws IOException {
    while (true) {
      try (Socket socket = listening.accept()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        ByteArrayOutputStream came = new ByteArrayOutputStream();
        try {
          InputStream in = socket.getInputStream();
          byte[] buffer = new byte[1 << 16];
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            came.write(buffer, 0, n);
          }
          socket.getOutputStream().write(1);
        } catch (IOException _) {
          // What came until then is told.
        }
        streams.add(told(came.toByteArray()));
      }
    }
  }

  private String datagram() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MOST_DATAGRAM_BYTES], MOST_DATAGRAM_BYTES);
    datagrams.setSoTimeout(PATIENCE_MILLIS);
    try {
      datagrams.receive(packet);
    } catch (SocketTimeoutException _) {
      return "nothing";
    }
    return told(Arrays.copyOf(packet.getData(), packet.getLength()));
  }

  /** How many come until none does for a while, and how many of them are worms. */
  private String datagrams() throws IOException {
    int all = 0;
    int worms = 0;
    for (String told = datagram(); !told.equals("nothing"); told = datagram()) {
      all++;
      worms += told.endsWith("true") ? 1 : 0;
    }
    return all + " " + worms;
  }

  private static InetSocketAddress place(String[] order) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(order[1]), Integer.parseInt(order[2]));
  }

  private static byte[] payload(String[] order) {
    return bytes(
        Long.parseLong(order[3]), Integer.parseInt(order[4]), Boolean.parseBoolean(order[5]));
  }
}
