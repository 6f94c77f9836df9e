package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

class OutboxTest {

  private static final int CHUNK = 1_000;
  private static final NodeId A = node(1);
  private static final NodeId B = node(2);

  private final List<Integer> sentToA = new ArrayList<>();
  private final List<Integer> sentToB = new ArrayList<>();
  private boolean takes = true;
  private final Outbox outbox =
      new Outbox(
          (to, message) -> {
            if (takes) {
              (to.equals(A) ? sentToA : sentToB).add((int) message.at(0));
            }
            return takes;
          },
          new Uplink(),
          CHUNK,
          0);

  OutboxTest() {
    outbox.linkUp(A);
    outbox.linkUp(B);
  }

  @Test
  void sendsNoMoreThanItsWindowUntilSomethingHasArrived() {
    relay(A, 0, 1, 2);
    assertThat(sentToA).containsExactly(0, 1);
    assertThat(outbox.isOpen(A)).isFalse();
    outbox.arrived(1_000_000, A, 1);
    assertThat(sentToA).containsExactly(0, 1, 2);
  }

  @Test
  void takesAllThatWasSentBeforeForArrivedToo() {
    relay(A, 0, 1, 2, 3);
    outbox.arrived(1_000_000, A, 0);
    assertThat(sentToA).containsExactly(0, 1, 2, 3);
  }

  @Test
  void ignoresTheArrivalOfWhatWasNotSent() {
    relay(A, 0, 1, 2);
    outbox.arrived(1_000_000, A, 2);
    outbox.arrived(1_000_000, node(7), 0);
    assertThat(sentToA).containsExactly(0, 1);
  }

  @Test
  void triesAgainWhatTheLinkDidNotTake() {
    takes = false;
    relay(A, 0);
    takes = true;
    outbox.work(0, peer -> true);
    assertThat(sentToA).containsExactly(0);
  }

  @Test
  void countsWhatHasNoLink() {
    relay(node(7), 0);
    outbox.linkDown(A);
    relay(A, 1);
    assertThat(outbox.dropped()).isEqualTo(2);
    assertThat(sentToA).isEmpty();
  }

  @Test
  void dropsTheOldestWhenTooMuchWaits() {
    int long1 = 1 << 20;
    for (int i = 0; i < 12; i++) {
      outbox.relay(0, A, i, Bytes.wrapOwned(new byte[long1]));
    }
    assertThat(outbox.waitingBytes()).isLessThanOrEqualTo(PeerQueue.MAX_WAITING_BYTES);
    assertThat(outbox.dropped()).isEqualTo(3);
  }

  @Test
  void takesOnlySoManyAnswers() {
    relay(A, 0, 1);
    for (int i = 0; i < PeerQueue.MAX_ANSWERS; i++) {
      assertThat(outbox.hasRoomForAnswer(A)).isTrue();
      assertThat(outbox.answer(0, A, 10 + i, chunk(10))).isTrue();
    }
    assertThat(outbox.hasRoomForAnswer(A)).isFalse();
    assertThat(outbox.answer(0, A, 1_000, chunk(10))).isFalse();
  }

  @Test
  void answersOnlyNowAndThenWhileSomethingWaitsToBeRelayed() {
    relay(A, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    outbox.answer(0, B, 100, chunk(100));
    assertThat(sentToB).isEmpty();
    for (int i = 0; i < 10; i++) {
      outbox.arrived(0, A, i);
    }
    assertThat(sentToB).containsExactly(100);
  }

  @Test
  void forgetsWhatIsTooOld() {
    relay(A, 0, 1, 2, 3);
    outbox.forgetBelow(3);
    outbox.arrived(1_000_000, A, 1);
    assertThat(sentToA).containsExactly(0, 1, 3);
    assertThat(outbox.dropped()).isEqualTo(1);
  }

  private void relay(NodeId to, int... sequences) {
    for (int sequence : sequences) {
      outbox.relay(0, to, sequence, chunk(sequence));
    }
  }

  private static Bytes chunk(int content) {
    byte[] bytes = new byte[CHUNK];
    bytes[0] = (byte) content;
    return Bytes.wrapOwned(bytes);
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }
}
