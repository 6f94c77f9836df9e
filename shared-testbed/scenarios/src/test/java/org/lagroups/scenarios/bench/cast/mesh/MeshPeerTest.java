package org.lagroups.scenarios.bench.cast.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.scenarios.bench.cast.content.Holding;
import org.lagroups.scenarios.bench.cast.content.SharedFile;

final class MeshPeerTest {

  private static final SharedFile FILE = new SharedFile(5, 300, 1_000);
  private static final int PEERS = 5;
  private static final long LONGEST_MILLIS = 20_000;

  /** In a row, so that all but one get everything from others than the source. */
  @ParameterizedTest
  @EnumSource(ChunkChoice.class)
  void passesAFileOnFromNeighbourToNeighbour(ChunkChoice choice)
      throws IOException, InterruptedException {
    List<Holding> holdings = new ArrayList<>();
    List<MeshPeer> peers = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      holdings.add(new Holding(FILE));
      peers.add(new MeshPeer(holdings.getLast(), choice));
      if (i > 0) {
        int port = peers.get(i - 1).port();
        peers
            .getLast()
            .join(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
      }
    }
    assertThat(holdings.getLast().awaitWhole(1)).isFalse();
    holdings.getFirst().fill();
    peers.getFirst().begin();
    for (Holding holding : holdings) {
      assertThat(holding.awaitWhole(LONGEST_MILLIS)).isTrue();
    }
  }
}
