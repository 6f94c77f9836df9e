package org.lagroups.simnet;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Delivery;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

class LinksTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<Recorder> a = sim.addNode("a", Recorder::install);
  private final SimNode<Recorder> b = sim.addNode("b", Recorder::install);

  private void link() {
    a.keepLink(b);
    sim.runUntil("linked", SOON, () -> a.isLinked(b) && b.isLinked(a));
  }

  @Test
  void comesUpAfterOneRoundTripOnBothSides() {
    sim.network().latencyMillis(40);
    a.keepLink(b);
    sim.runFor(SOON);

    assertThat(a.app().heard).containsExactly("start", "up");
    assertThat(b.app().heard).containsExactly("start", "up");
    assertThat(a.app().heardAtMillis).containsExactly(0L, 80L);
    assertThat(b.app().heardAtMillis).containsExactly(0L, 120L);
  }

  @Test
  void acceptorMaySendOverALinkItDidNotAskFor() {
    link();
    assertThat(b.app().say(a, Delivery.ORDERED, "hello")).isTrue();
    sim.runFor(SOON);
    assertThat(a.app().messages()).containsExactly("hello");
  }

  @Test
  void isInDoubtOnceAProcessEndsButNotWhenItsHostDoes() {
    sim.network().latencyMillis(40);
    link();
    sim.runFor(SOON);
    long now = sim.now().toMillis();
    b.crash();
    sim.runFor(Duration.ofSeconds(1));
    assertThat(a.app().heard).containsExactly("start", "up", "doubt");
    assertThat(a.app().heardAtMillis.getLast()).isEqualTo(now + 40);
    assertThat(a.isLinked(b)).as("it may be a connection only").isTrue();

    b.restart();
    sim.runFor(Duration.ofMinutes(1));
    b.kill();
    sim.runFor(Duration.ofMinutes(1));
    assertThat(a.app().heard).containsExactly("start", "up", "doubt", "down", "up", "down");
  }

  @Test
  void noDoubtGetsThroughACutNorOutlivesTheLink() {
    link();
    sim.network().cut(b, a);
    b.crash();
    sim.runFor(Duration.ofSeconds(1));
    assertThat(a.app().heard).doesNotContain("doubt");

    sim.network().heal();
    b.restart();
    sim.runFor(Duration.ofMinutes(1));
    a.app().heard.clear();
    b.crash();
    a.stop();
    a.restart();
    sim.runFor(Duration.ofSeconds(1));
    assertThat(a.app().heard).doesNotContain("doubt");
  }

  @Test
  void refusesToSendWithoutALink() {
    assertThat(a.app().say(b, Delivery.ORDERED, "hello")).isFalse();
  }

  @Test
  void ordersMessagesDespiteLossAndJitter() {
    sim.network().conditions(Conditions.PERFECT.withLoss(0.3).withJitterMillis(50));
    link();
    List<String> sent = IntStream.range(0, 500).mapToObj(String::valueOf).toList();
    sent.forEach(text -> a.app().say(b, Delivery.ORDERED, text));
    sim.runFor(Duration.ofMinutes(1));
    assertThat(b.app().messages()).isEqualTo(sent);
  }

  @Test
  void losesDoublesAndReordersDatagrams() {
    link();
    sim.network()
        .conditions(Conditions.PERFECT.withLoss(0.2).withDuplication(0.2).withReordering(0.2, 100));
    IntStream.range(0, 1_000)
        .forEach(i -> {
          a.app().say(b, Delivery.DATAGRAM, String.valueOf(i));
          sim.runFor(Duration.ofMillis(5));
        });
    sim.runFor(SOON);
    List<String> got = b.app().messages();
    assertThat(got).hasSizeBetween(900, 1_020);
    assertThat(got.stream().distinct()).hasSizeBetween(750, 850);
    assertThat(got).isNotEqualTo(got.stream().sorted(comparing(Integer::valueOf)).toList());
  }

  @Test
  void goesDownOnBothSidesWhenOneDirectionIsCut() {
    link();
    sim.network().cut(a, b);
    sim.runFor(Duration.ofSeconds(31));
    assertThat(a.isLinked(b)).isFalse();
    assertThat(b.isLinked(a)).isFalse();

    sim.runFor(Duration.ofMinutes(2));
    assertThat(a.app().heard).containsExactly("start", "up", "down");

    sim.network().restore(a, b);
    sim.runUntil("linked again", Duration.ofSeconds(17), () -> a.isLinked(b) && b.isLinked(a));
  }
}
