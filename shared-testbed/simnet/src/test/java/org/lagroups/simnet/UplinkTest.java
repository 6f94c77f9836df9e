package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Delivery;
import org.lagroups.simnet.net.LinkSettings;
import org.lagroups.simnet.seed.Seeds;

class UplinkTest {

  private static final String KILOBYTE = "x".repeat(1_000);

  private final Simulation sim =
      new Simulation(Seeds.one(), LinkSettings.DEFAULT.withQueueBytes(10_000));
  private final SimNode<Recorder> a = sim.addNode("a", Recorder::install);
  private final SimNode<Recorder> b = sim.addNode("b", Recorder::install);
  private final SimNode<Recorder> c = sim.addNode("c", Recorder::install);

  @BeforeEach
  void link() {
    a.keepLink(b);
    a.keepLink(c);
    sim.runFor(Duration.ofSeconds(1));
    sim.network().uplink(a, 10_000);
  }

  private int fill(SimNode<Recorder> to, Delivery delivery) {
    int taken = 0;
    while (a.app().say(to, delivery, KILOBYTE)) {
      taken++;
    }
    return taken;
  }

  @Test
  void takesNoMoreThanItsQueueHolds() {
    assertThat(fill(b, Delivery.BULK)).isBetween(10, 11);
    assertThat(a.app().say(b, Delivery.ORDERED, KILOBYTE)).isTrue();
    sim.runFor(Duration.ofMillis(350));
    assertThat(fill(b, Delivery.BULK)).isBetween(2, 4);
  }

  @Test
  void sendsAtItsRate() {
    fill(b, Delivery.BULK);
    sim.runFor(Duration.ofMillis(530));
    assertThat(b.app().messages()).hasSize(5);
  }

  @Test
  void letsDatagramsAndOrderedMessagesPassBulk() {
    fill(b, Delivery.BULK);
    a.app().say(b, Delivery.ORDERED, "ordered");
    a.app().say(b, Delivery.DATAGRAM, "datagram");
    sim.runFor(Duration.ofSeconds(5));
    assertThat(b.app().messages().subList(0, 4))
        .containsExactly(KILOBYTE, "datagram", "ordered", KILOBYTE);
  }

  @Test
  void servesItsLinksInTurn() {
    fill(b, Delivery.BULK);
    fill(c, Delivery.BULK);
    sim.runFor(Duration.ofMillis(1_030));
    assertThat(b.app().messages()).hasSizeBetween(5, 6);
    assertThat(c.app().messages()).hasSizeBetween(4, 5);
  }

  @Test
  void fillsUpWhileThePathIsCutAndEmptiesAfterwards() {
    sim.network().uplink(a, Long.MAX_VALUE);
    sim.network().cut(a, b);
    int taken = fill(b, Delivery.ORDERED);
    assertThat(taken).isEqualTo(10);
    sim.network().restore(a, b);
    sim.runFor(Duration.ofSeconds(1));
    assertThat(b.app().messages()).hasSize(taken);
  }

  @Test
  void forgetsItsQueueWhenTheNodeIsKilled() {
    fill(b, Delivery.BULK);
    sim.runFor(Duration.ofMillis(50));
    a.restart();
    a.keepLink(b);
    sim.runFor(Duration.ofSeconds(40));
    assertThat(List.copyOf(b.app().messages())).isEmpty();
    assertThat(a.app().say(b, Delivery.BULK, "hello")).isTrue();
    sim.runFor(Duration.ofSeconds(1));
    assertThat(b.app().messages()).containsExactly("hello");
  }
}
