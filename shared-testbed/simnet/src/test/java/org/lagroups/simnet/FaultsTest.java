package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Latency;
import org.lagroups.simnet.seed.Seeds;

class FaultsTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(31);

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<Recorder> a = sim.addNode("a", Recorder::install);
  private final SimNode<Recorder> b = sim.addNode("b", Recorder::install);
  private final SimNode<Recorder> c = sim.addNode("c", Recorder::install);

  private void link(SimNode<Recorder> one, SimNode<Recorder> other) {
    one.keepLink(other);
    sim.runUntil("linked", SOON, () -> one.isLinked(other) && other.isLinked(one));
  }

  @Test
  void loosesNothingOrderedThroughAShortCut() {
    link(a, b);
    sim.network().cut(a, b);
    a.app().say(b, Delivery.ORDERED, "one");
    a.app().say(b, Delivery.DATAGRAM, "lost");
    a.app().say(b, Delivery.ORDERED, "two");
    sim.runFor(SOON);
    assertThat(b.app().messages()).isEmpty();

    sim.network().restore(a, b);
    sim.runFor(SOON);
    assertThat(b.app().messages()).containsExactly("one", "two");
    assertThat(a.app().heard).doesNotContain("down");
  }

  @Test
  void stillHearsOverTheDirectionThatWorksUntilTheLinkIsGivenUp() {
    link(a, b);
    sim.network().cut(a, b);
    b.app().say(a, Delivery.DATAGRAM, "still here");
    sim.runFor(IDLE);
    assertThat(a.app().heard).containsExactly("start", "up", "got still here", "down");
  }

  @Test
  void cutsArePerPairSoThatReachabilityNeedNotBeTransitive() {
    List.of(b, c).forEach(peer -> link(a, peer));
    link(b, c);
    sim.network().cutBoth(b, c);
    sim.runFor(IDLE);
    assertThat(b.isLinked(c)).isFalse();
    assertThat(a.linkedPeers()).containsExactly(b.id(), c.id());
    assertThat(sim.network().isCut(b, c)).isTrue();
    assertThat(sim.network().isCut(a, c)).isFalse();

    sim.network().restoreBoth(b, c);
    sim.runUntil("linked again", Duration.ofSeconds(17), () -> b.isLinked(c) && c.isLinked(b));
  }

  @Test
  void partitionsSeparateIslandsUntilHealed() {
    sim.connectAll(List.of(a, b, c));
    sim.runFor(SOON);
    sim.network().partition(List.of(a, b));
    sim.runFor(IDLE);
    assertThat(a.linkedPeers()).containsExactly(b.id());
    assertThat(c.linkedPeers()).isEmpty();

    sim.network().partition(List.of(List.of(a), List.of(b, c)));
    sim.runUntil("b and c", Duration.ofSeconds(60), () -> b.isLinked(c) && !b.isLinked(a));

    sim.network().heal();
    sim.runUntil("all", Duration.ofSeconds(60), () -> a.linkedPeers().size() == 2);
  }

  @Test
  void isolationTakesOneNodeOff() {
    sim.connectAll(List.of(a, b, c));
    sim.runFor(SOON);
    sim.network().isolate(b);
    sim.runFor(IDLE);
    assertThat(b.linkedPeers()).isEmpty();
    assertThat(a.linkedPeers()).containsExactly(c.id());
    sim.network().reconnect(b);
    sim.runUntil("back", Duration.ofSeconds(60), () -> b.linkedPeers().size() == 2);
  }

  @Test
  void peersFindOutAboutAKilledNodeAfterTheIdleTimeout() {
    link(a, b);
    b.kill();
    sim.runFor(Duration.ofSeconds(19));
    assertThat(a.isLinked(b)).isTrue();
    sim.runFor(Duration.ofSeconds(12));
    assertThat(a.isLinked(b)).isFalse();
  }

  @Test
  void peersFindOutAboutAStoppedNodeAtOnce() {
    link(a, b);
    b.stop();
    sim.runFor(Duration.ofMillis(30));
    assertThat(a.isLinked(b)).isFalse();
  }

  @Test
  void aRestartedNodeResetsTheLinkThatItNoLongerKnows() {
    link(a, b);
    b.restart();
    a.app().say(b, Delivery.ORDERED, "to the former life");
    sim.runFor(SOON);
    assertThat(a.app().heard).containsExactly("start", "up", "down", "up");
    assertThat(b.app().heard).containsExactly("start", "up");
  }

  @Test
  void aRestartedNodeReplacesTheLinkWhenItDialsFirst() {
    link(a, b);
    b.restart();
    b.keepLink(a);
    sim.runFor(SOON);
    assertThat(a.app().heard).containsExactly("start", "up", "down", "up");
    assertThat(b.app().heard).containsExactly("start", "up");
    assertThat(a.app().say(b, Delivery.ORDERED, "hello")).isTrue();
    sim.runFor(SOON);
    assertThat(b.app().messages()).containsExactly("hello");
  }

  @Test
  void remembersAddressesOverARestartUnlessItsDiskIsLost() {
    link(a, b);
    b.restart();
    b.app().environment.keepLink(a.id(), List.of());
    sim.runFor(SOON);
    assertThat(b.isLinked(a)).isTrue();

    b.restartEmpty();
    a.releaseLink(b);
    b.app().environment.keepLink(a.id(), List.of());
    sim.runFor(Duration.ofSeconds(30));
    assertThat(b.isLinked(a)).isFalse();
    b.app().environment.keepLink(a.id(), List.of(a.address()));
    sim.runUntil("linked", Duration.ofSeconds(17), () -> b.isLinked(a));
  }

  @Test
  void triesTheNextAddressWhenSomeoneElseAnswers() {
    NodeAddress nowhere = new NodeAddress("192.0.2.1", 1);
    a.app().environment.keepLink(b.id(), List.of(c.address(), nowhere, b.address()));
    sim.runFor(Duration.ofMillis(500));
    assertThat(a.isLinked(b)).isFalse();
    sim.runUntil("linked", Duration.ofSeconds(20), () -> a.isLinked(b));
    assertThat(c.app().heard).containsExactly("start");
  }

  @Test
  void retriesLessAndLessOften() {
    b.kill();
    StringBuilder trace = new StringBuilder();
    sim.trace().writeTo(trace);
    a.keepLink(b);
    sim.runFor(Duration.ofHours(1));
    long dials = trace.toString().lines().filter(line -> line.contains("a dial b")).count();
    assertThat(dials).isBetween(255L, 305L);
    b.restart();
    sim.runUntil("linked", Duration.ofSeconds(17), () -> a.isLinked(b));
  }

  @Test
  void closesALinkThatNobodyWantsAnyMore() {
    a.app().environment.keepLink(b.id(), List.of(b.address()));
    sim.runFor(SOON);
    b.app().environment.keepLink(a.id(), List.of());
    a.app().environment.releaseLink(b.id());
    sim.runFor(Duration.ofMinutes(5));
    assertThat(a.isLinked(b)).isTrue();

    b.app().environment.releaseLink(a.id());
    sim.runFor(Duration.ofSeconds(29));
    assertThat(a.isLinked(b)).isTrue();
    sim.runFor(Duration.ofSeconds(2));
    assertThat(a.app().heard).containsExactly("start", "up", "down");
    assertThat(b.app().heard).containsExactly("start", "up", "down");
  }

  @Test
  void makesOneLinkWhenBothSidesDialAtOnce() {
    a.keepLink(b);
    b.keepLink(a);
    sim.runFor(SOON);
    assertThat(a.app().heard).containsExactly("start", "up");
    assertThat(b.app().heard).containsExactly("start", "up");
  }

  @Test
  void mayLoseOrderedMessagesToo() {
    link(a, b);
    sim.network().conditions(Conditions.PERFECT.withLoss(0.5));
    sim.network().lossyOrdered(true);
    IntStream.range(0, 1_000).forEach(i -> a.app().say(b, Delivery.ORDERED, String.valueOf(i)));
    sim.runFor(SOON);
    assertThat(b.app().messages()).hasSizeBetween(400, 600);
  }

  @Test
  void delaysWhatHadToBeSentAgain() {
    link(a, b);
    sim.network().conditions(a, b, Conditions.PERFECT.withLoss(0.5));
    a.app().heardAtMillis.clear();
    b.app().heardAtMillis.clear();
    long start = sim.now().toMillis();
    IntStream.range(0, 200)
        .forEach(i -> {
          b.app().say(a, Delivery.BULK, "back");
          a.app().say(b, Delivery.BULK, "there");
          sim.runFor(Duration.ofSeconds(2));
        });
    assertThat(a.app().heardAtMillis)
        .allSatisfy(at -> assertThat((at - start) % 2_000).isEqualTo(25));
    double mean =
        b.app().heardAtMillis.stream().mapToLong(at -> (at - start) % 2_000).average().orElse(0);
    assertThat(mean).isCloseTo(25 + 75, within(30.0));
  }

  @Test
  void takesLatenciesFromAMatrix() {
    sim.network()
        .latency(Latency.matrixMillis(new double[][] {{0, 10, 20}, {30, 0, 40}, {50, 60, 0}}));
    link(a, b);
    long start = sim.now().toMillis();
    a.app().say(b, Delivery.ORDERED, "there");
    b.app().say(a, Delivery.ORDERED, "back");
    sim.runFor(SOON);
    assertThat(b.app().heardAtMillis.getLast() - start).isEqualTo(10);
    assertThat(a.app().heardAtMillis.getLast() - start).isEqualTo(30);
  }

  @Test
  void latencyOfARandomMapIsSymmetricAndWithinItsBounds() {
    Latency latency = Latency.randomMillis(10, 80, 5);
    IntStream.range(0, 100)
        .forEach(i -> {
          long there = latency.oneWayNanos(i, i + 7);
          assertThat(there).isBetween(10_000_000L, 80_000_000L);
          assertThat(latency.oneWayNanos(i + 7, i)).isEqualTo(there);
        });
    assertThat(latency.oneWayNanos(1, 2)).isNotEqualTo(latency.oneWayNanos(1, 3));
  }

  @Test
  void cutsAShareOfAllPairsInOneDirection() {
    List<SimNode<Recorder>> nodes = sim.addNodes(40, Recorder::install);
    sim.network().cutOneWay(0.25, nodes);
    int oneWay = 0;
    for (SimNode<Recorder> one : nodes) {
      for (SimNode<Recorder> other : nodes) {
        boolean there = sim.network().isCut(one, other);
        assertThat(there && sim.network().isCut(other, one)).isFalse();
        oneWay += there ? 1 : 0;
      }
    }
    assertThat(oneWay).isBetween(150, 240);
  }
}
