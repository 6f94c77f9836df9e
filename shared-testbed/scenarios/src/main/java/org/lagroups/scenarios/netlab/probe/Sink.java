package org.lagroups.scenarios.netlab.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.lagroups.scenarios.process.Background;

/** Takes streams and counts their bytes, by the address of who sends. */
final class Sink {

  private static final int BUFFER_BYTES = 65_536;

  private final ServerSocket server;
  private final Map<String, LongAdder> bytes = new ConcurrentHashMap<>();

  Sink(ServerSocket server) {
    this.server = server;
  }

  int port() {
    return server.getLocalPort();
  }

  long bytesFrom(String address) {
    return counter(address).sum();
  }

  void run() throws IOException {
    while (true) {
      Socket socket = server.accept();
      InetAddress from = socket.getInetAddress();
      Background.start("take from " + from, () -> take(socket, counter(from.getHostAddress())));
    }
  }

  private LongAdder counter(String address) {
    return bytes.computeIfAbsent(address, each -> new LongAdder());
  }

  private static void take(Socket socket, LongAdder counter) throws IOException {
    try (socket;
        InputStream in = socket.getInputStream()) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        counter.add(length);
      }
    }
  }
}
