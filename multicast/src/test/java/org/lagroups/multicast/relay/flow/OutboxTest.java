package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
          CHUNK, // so that two of ours may be on the way to each
          true,
          0);

  OutboxTest() {
    outbox.linkUp(A);
    outbox.linkUp(B);
  }

  @Test
  void sendsNoMoreThanItsWindowUntilSomethingHasArrived() {
    relay(A, 0, 1, 2);
    assertThat(sentToA).containsExactly(0, 1);
    assertThat(outbox.isOpen(0, A)).isFalse();
    outbox.arrived(1_000_000, A, 1, 1_000_000);
    assertThat(sentToA).containsExactly(0, 1, 2);
  }

  @Test
  void takesAllThatWasSentBeforeForArrivedToo() {
    relay(A, 0, 1, 2, 3);
    outbox.arrived(1_000_000, A, 1, 1_000_000);
    assertThat(sentToA).containsExactly(0, 1, 2, 3);
  }

  @Test
  void ignoresTheArrivalOfWhatWasNotSent() {
    relay(A, 0, 1, 2);
    outbox.arrived(1_000_000, A, 2, 1_000_000);
    outbox.arrived(1_000_000, node(7), 0, 1_000_000);
    assertThat(sentToA).containsExactly(0, 1);
  }

  @Test
  void triesAgainWhatTheLinkDidNotTake() {
    takes = false;
    relay(A, 0);
    takes = true;
    outbox.work(0);
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
      outbox.arrived(0, A, i, 0);
    }
    assertThat(sentToB).containsExactly(100);
  }

  @Test
  void forgetsWhatIsTooOld() {
    relay(A, 0, 1, 2, 3);
    outbox.forgetBelow(3);
    outbox.arrived(1_000_000, A, 1, 1_000_000);
    assertThat(sentToA).containsExactly(0, 1, 3);
    assertThat(outbox.dropped()).isEqualTo(1);
  }

  @Test
  void sendsNoMoreOverAllLinksThanItsWindowUntilSomethingHasArrived() {
    List<NodeId> sent = new ArrayList<>();
    Outbox wide = new Outbox((to, message) -> sent.add(to), new Uplink(), CHUNK, true, 0);
    for (int i = 0; i < 20; i++) {
      wide.linkUp(node(i));
      wide.relay(0, node(i), i, chunk(i));
    }
    assertThat(sent).hasSize(2).doesNotHaveDuplicates();
    assertThat(wide.isOpen(0, node(15))).isFalse();
    wide.arrived(1_000_000, sent.getFirst(), 0, 1_000_000);
    assertThat(sent).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    wide.linkDown(sent.get(1));
    wide.linkDown(sent.get(2));
    wide.work(1_000_000);
    assertThat(sent).hasSizeGreaterThan(4).doesNotHaveDuplicates();
  }

  @Test
  void doesNotWaitForAPeerThatIsDeadBeforeItSendsToOthers() {
    relay(A, 0, 1);
    relay(B, 2);
    assertThat(sentToB).isEmpty();
    outbox.work(999_000_000);
    assertThat(sentToB).isEmpty();
    outbox.work(1_001_000_000);
    assertThat(sentToB).containsExactly(2);
  }

  @Test
  void goesOnWhenThePeerTookNoNoticeOfWhatItGot() {
    relay(A, 0, 1, 2, 3, 4, 5, 6, 7, 8);
    for (long seconds = 0; seconds < 7; seconds++) {
      outbox.work(seconds * 1_000_000_000);
    }
    outbox.work(7_999_000_000L);
    assertThat(sentToA).as("all that the peer's window lets go").hasSize(8);
    outbox.work(8_000_000_000L);
    assertThat(sentToA).as("5 s after the last").containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void doesNotWaitForWhatWasOvertakenByFar() {
    outbox.relay(0, A, 0, chunk(0));
    outbox.relay(400_000_000, B, 1, chunk(1));
    outbox.relay(400_000_000, B, 2, chunk(2));
    assertThat(sentToB).containsExactly(1);
    outbox.arrived(410_000_000, B, 1, 410_000_000);
    outbox.relay(410_000_000, B, 3, chunk(3));
    assertThat(sentToB).containsExactly(1, 2, 3);
  }

  @Test
  void hasMoreOfAFileOnTheWayThanOfALiveStream() {
    assertThat(mostOnTheWay(false)).isGreaterThan(mostOnTheWay(true));
  }

  /** Over an uplink that takes a chunk each two milliseconds, and ten more until that is known. */
  private static int mostOnTheWay(boolean isLive) {
    Deque<Integer> onTheWay = new ArrayDeque<>();
    Outbox of =
        new Outbox(
            (to, message) -> onTheWay.add(Byte.toUnsignedInt(message.at(0))),
            new Uplink(),
            CHUNK,
            isLive,
            0);
    for (int i = 0; i < 20; i++) {
      of.linkUp(node(i));
    }
    for (int i = 0; i < 250; i++) {
      of.relay(0, node(i % 20), i, chunk(i));
    }
    int most = 0;
    for (long now = 10_000_000; !onTheWay.isEmpty(); now += 2_000_000) {
      most = Math.max(most, onTheWay.size());
      int arrived = onTheWay.remove();
      of.arrived(now, node(arrived % 20), arrived, now);
    }
    return most;
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
