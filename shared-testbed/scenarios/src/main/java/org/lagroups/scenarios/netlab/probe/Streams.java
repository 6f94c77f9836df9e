package org.lagroups.scenarios.netlab.probe;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lagroups.scenarios.process.Background;

/** What a probe sends. */
final class Streams {

  private static final int PIECE_BYTES = 16_384;

  private final List<Stream> running = new ArrayList<>();

  private record Stream(Socket socket, AtomicBoolean isEnded) {

    private void run() throws IOException {
      byte[] piece = new byte[PIECE_BYTES];
      try (socket;
          OutputStream out = socket.getOutputStream()) {
        while (!isEnded.get()) {
          out.write(piece);
        }
      } catch (IOException e) {
        if (!isEnded.get()) {
          throw e;
        }
      }
    }

    /** What has not been sent is dropped, so that the cable is free at once. */
    private void end() throws IOException {
      socket.setOption(StandardSocketOptions.SO_LINGER, 0); // first: once told, the sender closes
      isEnded.set(true);
      socket.close();
    }
  }

  void begin(InetSocketAddress to) throws IOException {
    Stream stream = new Stream(new Socket(to.getAddress(), to.getPort()), new AtomicBoolean());
    running.add(stream);
    Background.start("send to " + to, stream::run);
  }

  void end() throws IOException {
    for (Stream stream : running) {
      stream.end();
    }
    running.clear();
  }
}
