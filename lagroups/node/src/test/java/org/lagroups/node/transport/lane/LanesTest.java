package org.lagroups.node.transport.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

/** Two sides of a session over connections that a test makes, delays and cuts. */
final class LanesTest {

  private static final int MAX_BYTES = 300_000;

  private final Side one = new Side();
  private final Side other = new Side();
  private final FakePath first;

  LanesTest() {
    List<FakePath> ends = FakePath.between(one, other);
    first = ends.getFirst();
    one.begin(first);
    other.begin(first.otherEnd());
  }

  @AfterEach
  void release() {
    one.lanes().clear();
    other.lanes().clear();
  }

  @Test
  void everythingArrivesOnceAndInOrderHoweverConnectionsComeAndGo() {
    Seeds.forEach(400, 20_000, seed -> new LanesTest().runAtRandom(new Random(seed)));
  }

  @Test
  void goesOnOverABetterConnectionWithoutWaitingForTheOldOne() {
    one.send(Lane.BULK, 10_000);
    one.lanes().pump();
    FakePath better = connect();
    settle(better);
    one.send(Lane.BULK, 10_000);
    one.lanes().pump();
    settle(better);
    assertThat(other.got(Lane.BULK)).as("of which the old connection carried nothing").isEqualTo(2);
    settle(first);
    assertThat(other.got(Lane.BULK)).as("what the old connection carries is late").isEqualTo(2);
  }

  @Test
  void sendsAgainOnlyWhatHadNotArrived() {
    for (int i = 0; i < 4; i++) {
      one.send(Lane.ORDERED, 1_000);
      one.lanes().pump();
    }
    first.otherEnd().arrive(Lane.ORDERED);
    first.otherEnd().arrive(Lane.ORDERED);
    FakePath better = connect();
    first.cut(new Random(1));
    one.lose(first);
    other.lose(first.otherEnd());
    settle(better);
    assertThat(other.got(Lane.ORDERED)).isEqualTo(4);
    assertThat(other.heard).as("of both connections together").isEqualTo(4);
  }

  @Test
  void keepsNoMoreUnconfirmedThanAllowedAndGoesOnWhenConfirmed() {
    while (one.send(Lane.BULK, 10_000)) {
      one.lanes().pump();
    }
    int sent = one.sent(Lane.BULK);
    assertThat(sent * 10_004L).isBetween((long) MAX_BYTES, 2L * MAX_BYTES + 40_000);
    settle(first);
    assertThat(other.got(Lane.BULK)).isEqualTo(sent);
    assertThat(one.send(Lane.BULK, 10_000)).isTrue();
  }

  @Test
  void aClaimThatCannotBeTrueIsRefused() {
    one.send(Lane.ORDERED, 100);
    one.lanes().pump();
    assertThat(one.lanes().onSaid(first, new LaneMessage.Received(50, 0))).isTrue();
    assertThat(one.lanes().onSaid(first, new LaneMessage.Received(-5, -5))).as("old news").isTrue();
    List<LaneMessage> impossible =
        List.of(
            new LaneMessage.Received(105, 0),
            new LaneMessage.Received(0, 1),
            new LaneMessage.Received(Long.MAX_VALUE, 0),
            new LaneMessage.Resume(1, 105, 0),
            new LaneMessage.Resume(2, 49, 0),
            new LaneMessage.Resume(Integer.MAX_VALUE, 50, Long.MIN_VALUE));
    for (LaneMessage claim : impossible) {
      assertThat(one.lanes().onSaid(first, claim)).as(claim.toString()).isFalse();
    }
  }

  @Test
  void anOlderRequestThatWasOvertakenIsVoid() {
    FakePath better = connect();
    one.lanes().onSaid(better, new LaneMessage.Resume(5, 0, 0));
    one.lanes().onSaid(first, new LaneMessage.Resume(4, 0, 0));
    one.send(Lane.ORDERED, 10);
    one.lanes().pump();
    assertThat(first.otherEnd().lanesWithArrivals()).isEmpty();
    assertThat(better.otherEnd().lanesWithArrivals()).contains(Lane.ORDERED);
  }

  @Test
  void withoutAConnectionItKeepsWhatItIsGivenUntilThereIsOne() {
    one.lose(first);
    assertThat(one.send(Lane.ORDERED, 10)).isTrue();
    one.lanes().pump();
    FakePath better = connect();
    settle(better);
    assertThat(other.got(Lane.ORDERED)).isEqualTo(1);
  }

  private void runAtRandom(Random random) {
    List<FakePath> alive = new ArrayList<>(List.of(first));
    for (int step = 0; step < 600; step++) {
      switch (random.nextInt(12)) {
        case 0 -> {
          if (alive.size() < 3) {
            alive.add(connect());
          }
        }
        case 1 -> {
          if (alive.size() > 1 && random.nextInt(3) == 0) {
            FakePath cut = alive.remove(random.nextInt(alive.size()));
            cut.cut(random);
          }
        }
        case 2, 3, 4 -> {
          Lane lane = random.nextBoolean() ? Lane.ORDERED : Lane.BULK;
          side(random).send(lane, random.nextInt(random.nextInt(10) == 0 ? 60_000 : 200));
        }
        case 5, 6 -> side(random).lanes().pump();
        case 7 -> side(random).noticeCuts();
        default -> arriveSomewhere(alive, random);
      }
    }
    one.noticeCuts();
    other.noticeCuts();
    alive.forEach(this::settle);
    alive.forEach(this::settle);
    for (Lane lane : Lane.values()) {
      assertThat(other.got(lane)).as("received in %s", lane).isEqualTo(one.sent(lane));
      assertThat(one.got(lane)).as("received back in %s", lane).isEqualTo(other.sent(lane));
    }
    release();
  }

  private static void arriveSomewhere(List<FakePath> alive, Random random) {
    FakePath path = alive.get(random.nextInt(alive.size()));
    FakePath end = random.nextBoolean() ? path : path.otherEnd();
    List<Lane> lanes = end.lanesWithArrivals();
    if (!lanes.isEmpty()) {
      end.arrive(lanes.get(random.nextInt(lanes.size())));
    }
  }

  private Side side(Random random) {
    return random.nextBoolean() ? one : other;
  }

  /** A better connection, which the other side has taken up and this side hears of in time. */
  private FakePath connect() {
    FakePath made = FakePath.between(one, other).getFirst();
    made.otherEnd().attach();
    other.attach(made.otherEnd());
    return made;
  }

  /** Lets everything arrive over a connection. */
  private void settle(FakePath path) {
    boolean isQuiet = false;
    while (!isQuiet) {
      isQuiet = true;
      for (FakePath end : List.of(path, path.otherEnd())) {
        for (Lane lane : end.lanesWithArrivals()) {
          end.arrive(lane);
          isQuiet = false;
        }
      }
      one.lanes().pump();
      other.lanes().pump();
    }
  }

  /** One side: sends numbered messages, and checks those that it gets. */
  private static final class Side implements FakePath.Reader {

    private final Map<Lane, Integer> sent = new EnumMap<>(Lane.class);
    private final Map<Lane, Integer> got = new EnumMap<>(Lane.class);
    private final List<FakePath> paths = new ArrayList<>();
    private @Nullable Lanes begun;
    private int heard;

    void begin(FakePath path) {
      begun = new Lanes(path, PooledByteBufAllocator.DEFAULT, MAX_BYTES, MAX_BYTES);
      paths.add(path);
    }

    Lanes lanes() {
      return Objects.requireNonNull(begun);
    }

    int sent(Lane lane) {
      return sent.getOrDefault(lane, 0);
    }

    int got(Lane lane) {
      return got.getOrDefault(lane, 0);
    }

    boolean send(Lane lane, int length) {
      byte[] content = new byte[Math.max(Integer.BYTES, length)];
      ByteBuffer.wrap(content).putInt(sent(lane));
      boolean taken = lanes().offer(lane, 1, Bytes.wrapOwned(content));
      sent.merge(lane, taken ? 1 : 0, Integer::sum);
      return taken;
    }

    void attach(FakePath path) {
      paths.addFirst(path);
      lanes().receiveFrom(path);
    }

    void lose(FakePath path) {
      paths.remove(path);
      lanes().lost(path);
      if (!paths.isEmpty() && !lanes().isReceivingFrom(paths.getFirst())) {
        lanes().receiveFrom(paths.getFirst());
      }
    }

    void noticeCuts() {
      List.copyOf(paths).stream().filter(path -> path.isCut).forEach(this::lose);
    }

    @Override
    public void attached(FakePath path) {
      attach(path);
    }

    @Override
    public void said(FakePath path, LaneMessage message) {
      if (paths.contains(path)) {
        assertThat(lanes().onSaid(path, message)).as(message.toString()).isTrue();
      }
    }

    @Override
    public void message(FakePath path, Lane lane, Bytes message) {
      heard++;
      if (lanes().onMessage(path, lane, message.length())) {
        int number = message.asReadOnlyBuffer().getInt();
        assertThat(number).as("the next message in %s", lane).isEqualTo(got(lane));
        got.merge(lane, 1, Integer::sum);
      }
    }
  }
}
