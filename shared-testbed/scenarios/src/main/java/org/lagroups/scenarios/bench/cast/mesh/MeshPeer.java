package org.lagroups.scenarios.bench.cast.mesh;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.bench.cast.content.Holding;
import org.lagroups.scenarios.bench.cast.content.Peer;
import org.lagroups.scenarios.process.Background;

/**
 * A node of a mesh. It asks each neighbour for chunks that it misses and nobody else was asked for;
 * in the end, when all have been asked for, others for those that are late (BitTorrent's endgame).
 */
public final class MeshPeer implements Peer {

  /** How many may be asked for the same chunk in the end. */
  private static final int MOST_ASKED = 3;

  private final Holding holding;
  private final ChunkChoice choice;
  private final ServerSocket server = new ServerSocket(0);
  private final SplittableRandom random = new SplittableRandom();
  private final List<Neighbour> neighbours = new ArrayList<>();
  private final BitSet missing = new BitSet();
  private final int[] copies;
  private final int[] asked;

  /** A node that listens. */
  public MeshPeer(Holding holding, ChunkChoice choice) throws IOException {
    this.holding = holding;
    this.choice = choice;
    int chunks = holding.file().chunks();
    missing.set(0, chunks);
    this.copies = new int[chunks];
    this.asked = new int[chunks];
    Background.start("accept neighbours", this::accept);
  }

  @Override
  public int port() {
    return server.getLocalPort();
  }

  @Override
  public void join(List<InetSocketAddress> others) throws IOException {
    for (InetSocketAddress other : others) {
      add(new Socket(other.getAddress(), other.getPort()));
    }
  }

  @Override
  public synchronized void begin() {
    missing.clear();
    neighbours.forEach(each -> each.outbox.add(new MeshMessage.HaveAll()));
  }

  private void accept() throws IOException {
    while (true) {
      add(server.accept());
    }
  }

  private synchronized void add(Socket socket) throws IOException {
    Neighbour neighbour = new Neighbour(socket, holding);
    neighbours.add(neighbour);
    neighbour.start(this::heard);
  }

  private void heard(Neighbour from, MeshMessage message) {
    switch (message) {
      case MeshMessage.HaveAll() -> hasAll(from);
      case MeshMessage.Have(int chunk) -> has(from, chunk);
      case MeshMessage.Request(int chunk) -> from.outbox.want(chunk);
      case MeshMessage.Cancel(int chunk) -> from.outbox.wantNoMore(chunk);
      case MeshMessage.Piece(int chunk, Bytes bytes) -> {
        boolean isNew = holding.put(chunk, bytes);
        took(from, chunk, isNew);
      }
    }
  }

  private synchronized void hasAll(Neighbour from) {
    for (int i = 0; i < copies.length; i++) {
      learn(from, i);
    }
    askFor(from);
  }

  private synchronized void has(Neighbour from, int chunk) {
    learn(from, chunk);
    askFor(from);
  }

  private void learn(Neighbour from, int chunk) {
    if (!from.had.get(chunk)) {
      from.had.set(chunk);
      copies[chunk]++;
    }
  }

  private synchronized void took(Neighbour from, int chunk, boolean isNew) {
    from.pipeline.arrived(chunk);
    if (isNew) {
      missing.clear(chunk);
      for (Neighbour each : neighbours) {
        if (each.pipeline.forget(chunk)) {
          each.outbox.add(new MeshMessage.Cancel(chunk));
        }
        if (!each.had.get(chunk)) {
          each.outbox.addNews(new MeshMessage.Have(chunk));
        }
      }
      neighbours.forEach(this::askFor);
    } else {
      askFor(from);
    }
  }

  /** Asks for as much as there is room for. */
  private void askFor(Neighbour from) {
    boolean asks = true;
    while (asks && from.pipeline.isOpen()) {
      OptionalInt chunk = next(from);
      asks = chunk.isPresent();
      chunk.ifPresent(number -> {
        from.pipeline.ask(number);
        asked[number]++;
        from.outbox.add(new MeshMessage.Request(number));
      });
    }
  }

  private OptionalInt next(Neighbour from) {
    BitSet useful = (BitSet) missing.clone();
    boolean isEnd = useful.stream().allMatch(chunk -> asked[chunk] > 0);
    useful.and(from.had);
    int most = isEnd ? MOST_ASKED : 1;
    BitSet free = new BitSet();
    useful.stream()
        .filter(chunk -> asked[chunk] < most && !from.pipeline.has(chunk))
        .forEach(free::set);
    return choice.of(free, chunk -> copies[chunk], random);
  }
}
