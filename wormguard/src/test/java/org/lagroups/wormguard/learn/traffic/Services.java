package org.lagroups.wormguard.learn.traffic;

import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Real servers of web pages, names, files and files by TLS, each on several addresses of the
 * loopback interface, and clients with addresses of their own.
 */
final class Services implements AutoCloseable {

  private static final int PAGE_BYTES = 3_000;
  private static final int FILE_BYTES = 60_000;
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Deque<Closeable> open = new ArrayDeque<>();
  private final byte[] page = new byte[PAGE_BYTES];
  private final byte[] file = new byte[FILE_BYTES];
  private final SSLContext tls;

  Services(long seed, SSLContext tls) {
    Random random = new Random(seed);
    this.tls = tls;
    random.nextBytes(file);
    for (int i = 0; i < page.length; i++) {
      page[i] = (byte) ('a' + random.nextInt(26));
    }
  }

  static InetAddress server(int number) {
    return address(1, number);
  }

  static InetAddress client(int number) {
    return address(2, number);
  }

  /** The port of servers of pages on as many addresses. */
  int servePages(int addresses) throws IOException {
    int port = 0;
    for (int i = 0; i < addresses; i++) {
      HttpServer http = HttpServer.create(new InetSocketAddress(server(i), port), 0);
      port = http.getAddress().getPort();
      http.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(page);
            }
          });
      http.start();
      open.push(() -> http.stop(0));
    }
    return port;
  }

  void fetchPage(int client, int server, int port) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().localAddress(client(client)).build()) {
      URI place = URI.create("http://%s:%d/page".formatted(server(server).getHostAddress(), port));
      http.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofByteArray());
    }
  }

  int serveNames(int addresses) throws IOException {
    int port = 0;
    for (int i = 0; i < addresses; i++) {
      DatagramSocket socket = new DatagramSocket(port, server(i));
      port = socket.getLocalPort();
      open.push(socket);
      Thread.ofPlatform().daemon().start(() -> answerNames(socket));
    }
    return port;
  }

  void askName(int client, int server, int port, String name) throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, client(client))) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      byte[] question = question(client, name);
      socket.send(new DatagramPacket(question, question.length, server(server), port));
      socket.receive(new DatagramPacket(new byte[512], 512));
    }
  }

  int serveFiles(int addresses, boolean isByTls) throws IOException {
    ServerSocketFactory factory =
        isByTls ? tls.getServerSocketFactory() : ServerSocketFactory.getDefault();
    int port = 0;
    for (int i = 0; i < addresses; i++) {
      ServerSocket socket = factory.createServerSocket(port, 50, server(i));
      port = socket.getLocalPort();
      open.push(socket);
      Thread.ofPlatform().daemon().start(() -> serveFile(socket));
    }
    return port;
  }

  void fetchFile(int client, int server, int port, boolean isByTls) throws IOException {
    SocketFactory factory = isByTls ? tls.getSocketFactory() : SocketFactory.getDefault();
    try (Socket socket = factory.createSocket(server(server), port, client(client), 0)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write("RETR file.bin\r\n".getBytes(StandardCharsets.US_ASCII));
      try (InputStream in = socket.getInputStream()) {
        if (in.readNBytes(FILE_BYTES).length != FILE_BYTES) {
          throw new IOException("the file came in part");
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    while (!open.isEmpty()) {
      open.pop().close();
    }
  }

  private void serveFile(ServerSocket socket) {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        client.setSoTimeout(TIMEOUT_MILLIS);
        client.getInputStream().readNBytes("RETR file.bin\r\n".length());
        client.getOutputStream().write(file);
      } catch (SocketException _) {
        // Closed; or a client went away, and sees that itself.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void answerNames(DatagramSocket socket) {
    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
    while (!socket.isClosed()) {
      try {
        packet.setLength(512);
        socket.receive(packet);
        packet.getData()[2] |= (byte) 0x80;
        socket.send(packet);
      } catch (SocketException _) {
        // Closed.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A question for an address, as RFC 1035 has it. */
  private static byte[] question(int id, String name) {
    StringBuilder text = new StringBuilder();
    text.append((char) (id >>> 8)).append((char) (id & 0xff));
    text.append("\1\0\0\1\0\0\0\0\0\0");
    for (String label : name.split("\\.", -1)) {
      text.append((char) label.length()).append(label);
    }
    return text.append("\0\0\1\0\1").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static InetAddress address(int kind, int number) {
    return InetAddress.ofLiteral("127.77.%d.%d".formatted(kind, 1 + number));
  }
}
