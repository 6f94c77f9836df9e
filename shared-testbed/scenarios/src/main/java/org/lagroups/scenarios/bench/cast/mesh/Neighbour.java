package org.lagroups.scenarios.bench.cast.mesh;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.BitSet;
import org.lagroups.scenarios.bench.cast.content.Holding;
import org.lagroups.scenarios.process.Background;

/** A connection to a neighbour, and what is known of it. Guarded by the peer whose it is. */
final class Neighbour {

  private static final int BUFFER_BYTES = 32_768;

  final BitSet had = new BitSet();
  final Pipeline pipeline = new Pipeline();
  final Outbox outbox = new Outbox();

  private final Socket socket;
  private final Holding holding;

  Neighbour(Socket socket, Holding holding) {
    this.socket = socket;
    this.holding = holding;
  }

  /** Who hears what it says. */
  @FunctionalInterface
  interface Listener {
    void heard(Neighbour from, MeshMessage message);
  }

  void start(Listener listener) throws IOException {
    socket.setTcpNoDelay(true);
    Background.start("read from " + socket.getInetAddress(), () -> read(listener));
    Background.start("write to " + socket.getInetAddress(), this::write);
  }

  private void read(Listener listener) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES))) {
      while (true) {
        listener.heard(this, MeshMessage.read(in, holding.file()));
      }
    }
  }

  private void write() throws IOException, InterruptedException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), BUFFER_BYTES))) {
      while (true) {
        Outbox.Next next = outbox.take();
        for (MeshMessage message : next.messages()) {
          MeshMessage.write(message, out);
        }
        if (next.chunk().isPresent()) {
          int chunk = next.chunk().getAsInt();
          MeshMessage.write(new MeshMessage.Piece(chunk, holding.await(chunk)), out);
        }
        out.flush();
      }
    }
  }
}
