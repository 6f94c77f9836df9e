package org.lagroups.scenarios.bench.cast.host;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import org.lagroups.scenarios.bench.cast.content.Holding;
import org.lagroups.scenarios.bench.cast.content.Peer;
import org.lagroups.scenarios.bench.cast.content.SharedFile;
import org.lagroups.scenarios.bench.cast.mesh.ChunkChoice;
import org.lagroups.scenarios.bench.cast.mesh.MeshPeer;
import org.lagroups.scenarios.process.Orders;

/** A process with a node's part in distributing a file. It ends when its input does. */
public final class PeerHost {

  private final Holding holding;
  private final Peer peer;

  private PeerHost(Holding holding, Peer peer) {
    this.holding = holding;
    this.peer = peer;
  }

  /** How a file is distributed. */
  public enum Kind {
    /** From parents to children. */
    TREE,
    /** Among neighbours, any useful chunk. */
    MESH_RANDOM,
    /** Among neighbours, the chunk that the fewest of them have. */
    MESH_RAREST
  }

  /**
   * Runs until the input ends.
   *
   * @param args kind, and the file's seed, chunks and their size
   */
  public static void main(String[] args) throws Exception {
    Holding holding =
        new Holding(
            new SharedFile(
                Long.parseLong(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3])));
    Peer peer =
        switch (Kind.valueOf(args[0])) {
          case TREE -> new TreePeer(holding);
          case MESH_RANDOM -> new MeshPeer(holding, ChunkChoice.RANDOM);
          case MESH_RAREST -> new MeshPeer(holding, ChunkChoice.RAREST);
        };
    Orders.take(new PeerHost(holding, peer)::obey);
  }

  private String obey(String[] order) throws IOException, InterruptedException {
    return switch (order[0]) {
      case "port" -> String.valueOf(peer.port());
      case "join" -> {
        peer.join(places(order));
        yield "done";
      }
      case "fill" -> {
        holding.fill();
        yield "done";
      }
      case "begin" -> {
        peer.begin();
        yield "done";
      }
      case "whole" -> Orders.came(holding.awaitWhole(Long.parseLong(order[1])));
      default -> Orders.unknown(order);
    };
  }

  /** Addresses and ports, by turns. */
  private static List<InetSocketAddress> places(String[] order) {
    return Arrays.stream(order)
        .skip(1)
        .map(place -> place.split(":", -1))
        .map(parts -> new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
        .toList();
  }
}
