package org.lagroups.scenarios.bench.cast.host;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.cast.content.Holding;
import org.lagroups.scenarios.bench.cast.content.Peer;
import org.lagroups.scenarios.process.Background;

/**
 * A node of one tree: takes the file from its parent, and passes it on to each child as fast as
 * that child takes it. It keeps what it has, so a slow child holds nobody up. Where all others are
 * the source's children the tree is a star.
 */
final class TreePeer implements Peer {

  private final Holding holding;
  private final ServerSocket server = new ServerSocket(0);
  private final CountDownLatch begun = new CountDownLatch(1);

  TreePeer(Holding holding) throws IOException {
    this.holding = holding;
    Background.start("take from the parent", this::take);
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  @Override
  public void join(List<InetSocketAddress> others) throws IOException {
    for (InetSocketAddress child : others) {
      Socket socket = new Socket(child.getAddress(), child.getPort());
      Background.start("pass on to " + child, () -> passOn(socket));
    }
  }

  @Override
  public void begin() {
    begun.countDown();
  }

  private void take() throws IOException {
    try (Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream())) {
      begin();
      for (int i = 0; i < holding.file().chunks(); i++) {
        byte[] chunk = new byte[holding.file().chunkBytes()];
        in.readFully(chunk);
        holding.put(i, Bytes.wrapOwned(chunk));
      }
    }
  }

  private void passOn(Socket socket) throws IOException, InterruptedException {
    try (socket;
        OutputStream out = socket.getOutputStream()) {
      begun.await();
      for (int i = 0; i < holding.file().chunks(); i++) {
        out.write(holding.await(i).toArray());
      }
    }
  }
}
