package org.lagroups.node.transport.session.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** When and where a wanted peer is dialled. */
final class DiallingTest {

  private final BackOff backOff = new BackOff(250, 10_000, new Random(1));
  private final KeptPeer peer =
      new KeptPeer(new NodeId(Bytes.copyOf(new byte[NodeId.LENGTH])), backOff);

  @Test
  void pausesDoubleWithJitterUpToTheLongest() {
    long ceiling = 250;
    for (int i = 0; i < 12; i++) {
      assertThat(backOff.nextMillis()).isBetween(ceiling / 2, ceiling);
      ceiling = Math.min(2 * ceiling, 10_000);
    }
    backOff.reset();
    assertThat(backOff.nextMillis()).isBetween(125L, 250L);
  }

  @Test
  void goesThroughAllAddressesInOneRound() {
    peer.add(List.of(address(1), address(2)));
    peer.startRound();
    assertThat(peer.nextToLookUp()).isEqualTo(address(1));
    assertThat(peer.isRoundOver()).isFalse();
    assertThat(peer.nextToLookUp()).isEqualTo(address(2));
    assertThat(peer.isRoundOver()).isTrue();
  }

  @Test
  void beginsWithTheAddressThatWorkedLast() {
    peer.add(List.of(address(1), address(2)));
    peer.prefer(address(2));
    assertThat(peer.nextToLookUp()).isEqualTo(address(2));
  }

  @Test
  void keepsABoundedNumberOfAddresses() {
    peer.add(IntStream.rangeClosed(1, 100).mapToObj(DiallingTest::address).toList());
    peer.prefer(address(200));
    int count = 0;
    while (!peer.isRoundOver()) {
      peer.nextToLookUp();
      count++;
    }
    assertThat(count).isEqualTo(KeptPeer.MAX_ADDRESSES);
  }

  private static NodeAddress address(int port) {
    return new NodeAddress("127.0.0.1", port);
  }
}
