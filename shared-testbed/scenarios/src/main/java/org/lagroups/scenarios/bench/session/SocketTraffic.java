package org.lagroups.scenarios.bench.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** A plain TCP socket without encryption: what the system can do. */
public final class SocketTraffic implements Traffic {

  private final AtomicLong received = new AtomicLong();
  private final SocketChannel outgoing;
  private final SocketChannel incoming;
  private final Thread sender;
  private final Thread receiver;

  /** Begins. */
  public SocketTraffic() throws IOException {
    try (ServerSocketChannel listener = ServerSocketChannel.open().bind(Loops.anyPort())) {
      outgoing = SocketChannel.open(listener.getLocalAddress());
      incoming = listener.accept();
    }
    sender = Thread.ofPlatform().daemon().name("bench-socket-out").start(this::send);
    receiver = Thread.ofPlatform().daemon().name("bench-socket-in").start(this::receive);
  }

  @Override
  public long receivedBytes() {
    return received.get();
  }

  @Override
  public void close() {
    try (outgoing;
        incoming) {
      sender.interrupt();
      receiver.interrupt();
      sender.join();
      receiver.join();
    } catch (IOException e) {
      throw new IllegalStateException("a socket does not close", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void send() {
    ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);
    try {
      while (true) {
        piece.clear();
        while (piece.hasRemaining()) {
          outgoing.write(piece);
        }
      }
    } catch (IOException e) {
      // It was closed: the end.
    }
  }

  private void receive() {
    ByteBuffer piece = ByteBuffer.allocateDirect(PIECE_BYTES);
    try {
      for (int length = 0; length >= 0; length = incoming.read(piece.clear())) {
        received.addAndGet(length);
      }
    } catch (IOException e) {
      // It was closed: the end.
    }
  }
}
