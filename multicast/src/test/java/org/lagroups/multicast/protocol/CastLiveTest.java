package org.lagroups.multicast.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.relay.child.Member;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.simnet.seed.Seeds;

/**
 * Live streams over good networks: nothing is lost from where one comes in, and who has all of it
 * stays for the sake of those whom it serves, but no longer.
 */
class CastLiveTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration INTERVAL = Duration.ofMillis(27);
  private static final long CHUNKS = 150;
  private static final long LONG = 600;
  private static final Bytes PAYLOAD = CastWorld.content(CastWorld.CHUNK_BYTES);

  @Test
  void nothingIsLostFromTheFirstChunkToTheLast() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          CastWorld world = new CastWorld(seed, 12);
          SentStream sent = world.sendLive(4);
          List<Viewer> viewers = viewAll(world, sent);
          world.runFor(Duration.ofMillis(500));
          world.sim().every(INTERVAL, () -> offer(sent));
          world
              .sim()
              .runUntil(
                  "it ends",
                  LIMIT,
                  () -> {
                    closeWhoIsDone(world, sent, viewers);
                    return world.source().app().machine().sent().isEmpty()
                        && viewers.stream().allMatch(CastLiveTest::hasLeft);
                  });
          viewers.forEach(viewer -> assertThat(viewer.store().count()).isEqualTo((int) CHUNKS));
        });
  }

  @Test
  void whoComesWhenNobodyWasThereBeginsWhereTheStreamIs() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          CastWorld world = new CastWorld(seed, 2);
          SentStream sent = world.sendLive();
          world.sim().every(INTERVAL, () -> offer(sent));
          world.sim().runUntil("it is a third over", LIMIT, () -> sent.nextSequence() > CHUNKS / 3);
          Viewer first = world.view(0, world.link(sent));
          world.sim().runUntil("it is seen", LIMIT, () -> first.store().count() > 10);
          world.other(0).app().machine().close(sent.header().id());
          world.runFor(Duration.ofMillis(1_200));
          Viewer second = world.view(1, world.link(sent));
          world.sim().runUntil("it is over", LIMIT, second::isCompleted);
          assertThat(firstChunk(first)).isGreaterThan(10);
          assertThat(firstChunk(second)).isGreaterThan(firstChunk(first) + 10);
          assertThat(CHUNKS - firstChunk(second)).isEqualTo(second.store().count());
          assertThat(member(second).statistics().pktRcvDrop()).isZero();
        });
  }

  @Test
  void theEndIsKnownEvenIfNothingElseGotThroughInTime() {
    CastWorld world = new CastWorld(Seeds.one(), 1);
    SentStream sent = world.sendLive();
    Viewer viewer = world.view(0, world.link(sent));
    world.sim().runUntil("it is placed", LIMIT, () -> isPlaced(viewer));
    world.sim().network().uplink(world.source(), 4_000);
    world.sim().every(INTERVAL, () -> offer(sent));
    world.sim().runUntil("it is over", LIMIT, viewer::isCompleted);
    assertThat(member(viewer).statistics().pktRcvDrop()).isGreaterThan(CHUNKS / 2);
    assertThat(viewer.store().count() + member(viewer).statistics().pktRcvDrop()).isEqualTo(CHUNKS);
  }

  @Test
  void aSourceThatIsGoneIsMissedAndOneThatIsOnlySilentIsNot() {
    CastWorld world = new CastWorld(Seeds.one(), 3);
    SentStream sent = world.sendLive();
    List<Viewer> viewers = viewAll(world, sent);
    world.runFor(Duration.ofSeconds(20));
    viewers.forEach(viewer -> assertThat(silentMillis(viewer)).isLessThan(3_000));
    world.source().kill();
    world.runFor(Duration.ofSeconds(15));
    viewers.forEach(viewer -> assertThat(silentMillis(viewer)).isBetween(14_000L, 18_000L));
  }

  /** Such as one whose process was stopped, or whose machine slept: it relays nothing meanwhile. */
  @Test
  void aReceiverThatStandsStillCostsTheOthersNothing() {
    CastWorld world = new CastWorld(Seeds.one(), 6);
    SentStream sent = world.sendLive();
    List<Viewer> viewers = viewAll(world, sent);
    world.runFor(Duration.ofMillis(500));
    world.sim().every(INTERVAL, () -> offer(sent, LONG));
    world.sim().runUntil("it is under way", LIMIT, () -> sent.nextSequence() > LONG / 4);
    world.other(0).pause();
    world.runFor(Duration.ofSeconds(6));
    assertThat(sent.nextSequence()).as("it stood still in the middle").isLessThan(LONG * 3 / 4);
    world.other(0).resume();
    world.sim().runUntil("it ends", LIMIT, () -> viewers.stream().allMatch(Viewer::isCompleted));
    for (Viewer viewer : viewers.subList(1, viewers.size())) {
      assertThat(member(viewer).statistics().pktRcvDrop()).isZero();
      assertThat(viewer.store().count()).isEqualTo((int) LONG);
    }
    Viewer stalled = viewers.getFirst();
    assertThat(member(stalled).statistics().pktRcvDrop()).isPositive();
    assertThat(stalled.store().first().chunk().sequence()).isLessThan(LONG / 4);
    assertThat(stalled.store().count()).as("it has gone on").isGreaterThan((int) LONG / 3);
  }

  private static List<Viewer> viewAll(CastWorld world, SentStream sent) {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < world.others().size(); i++) {
      viewers.add(world.view(i, world.link(sent)));
    }
    world
        .sim()
        .runUntil("all are placed", LIMIT, () -> viewers.stream().allMatch(CastLiveTest::isPlaced));
    return viewers;
  }

  /** All leave as soon as they may. */
  private static void closeWhoIsDone(CastWorld world, SentStream sent, List<Viewer> viewers) {
    if (sent.isDelivered()) {
      world.source().app().machine().close(sent.header().id());
    }
    for (int i = 0; i < viewers.size(); i++) {
      if (viewers.get(i).stream().isDelivered()) {
        assertThat(viewers.get(i).isCompleted()).isTrue();
        world.other(i).app().machine().close(sent.header().id());
      }
    }
  }

  private static boolean hasLeft(Viewer viewer) {
    return viewer.isCompleted() && viewer.stream().member() == null;
  }

  private static boolean isPlaced(Viewer viewer) {
    return viewer.stream().tree().flatMap(Tree::parent).isPresent();
  }

  private static long firstChunk(Viewer viewer) {
    return viewer.store().first().chunk().sequence();
  }

  private static long silentMillis(Viewer viewer) {
    return viewer.stream().sourceSilentMillis();
  }

  private static Member member(Viewer viewer) {
    return Objects.requireNonNull(viewer.stream().member());
  }

  private static void offer(SentStream sent) {
    offer(sent, CHUNKS);
  }

  private static void offer(SentStream sent, long count) {
    long next = sent.nextSequence();
    if (next < count) {
      sent.offer(List.of(PAYLOAD), next == count - 1);
    }
  }
}
