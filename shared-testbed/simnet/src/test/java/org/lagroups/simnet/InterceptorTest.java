package org.lagroups.simnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.ProtocolId;
import org.lagroups.simnet.net.Adversaries;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.net.Interceptor;
import org.lagroups.simnet.seed.Seeds;

class InterceptorTest {

  private static final Bytes OTHER = Bytes.fromHex("6f74686572");

  private final Simulation sim = new Simulation(Seeds.one());
  private final SimNode<Recorder> a = sim.addNode("a", Recorder::install);
  private final SimNode<Recorder> b = sim.addNode("b", Recorder::install);
  private final SimNode<Recorder> c = sim.addNode("c", Recorder::install);

  @BeforeEach
  void link() {
    sim.connectAll(List.of(a, b, c));
    sim.runFor(Duration.ofSeconds(1));
  }

  private List<String> heardAfter(Interceptor interceptor, String... words) {
    sim.network().intercept(a, interceptor);
    for (String word : words) {
      assertThat(a.app().say(b, Delivery.ORDERED, word)).isTrue();
    }
    sim.runFor(Duration.ofSeconds(10));
    return b.app().messages();
  }

  @Test
  void mayLetPassOrDrop() {
    AtomicInteger count = new AtomicInteger();
    assertThat(
            heardAfter(
                (envelope, wire) -> {
                  if (count.getAndIncrement() != 1) {
                    wire.send(envelope);
                  }
                },
                "one",
                "two",
                "three"))
        .containsExactly("one", "three");
  }

  @Test
  void mayDropEverythingOfOneNode() {
    assertThat(heardAfter(Adversaries.dropper(1, sim.random("dropper")), "one")).isEmpty();
    b.app().say(a, Delivery.ORDERED, "not mine");
    sim.network().stopIntercepting();
    a.app().say(b, Delivery.ORDERED, "two");
    sim.runFor(Duration.ofSeconds(1));
    assertThat(a.app().messages()).containsExactly("not mine");
    assertThat(b.app().messages()).containsExactly("two");
  }

  @Test
  void mayAlterAndRedirect() {
    assertThat(
            heardAfter(
                (envelope, wire) -> {
                  wire.send(envelope.withMessage(OTHER));
                  wire.send(envelope.withTo(c.id()));
                },
                "one"))
        .containsExactly("other");
    assertThat(c.app().messages()).containsExactly("one");
  }

  @Test
  void mayReplayLater() {
    assertThat(
            heardAfter(
                (envelope, wire) -> {
                  wire.send(envelope);
                  wire.sendAfter(Duration.ofSeconds(5), envelope);
                },
                "one"))
        .containsExactly("one", "one");
    assertThat(b.app().heardAtMillis.getLast()).isEqualTo(1_000 + 5_000 + 25);
  }

  @Test
  void seesTheTrafficOfAllNodesWhenAskedTo() {
    AtomicInteger count = new AtomicInteger();
    sim.network()
        .interceptAll((envelope, wire) -> {
          count.incrementAndGet();
          wire.send(envelope);
        });
    a.app().say(b, Delivery.ORDERED, "one");
    b.app().say(c, Delivery.DATAGRAM, "two");
    sim.runFor(Duration.ofSeconds(1));
    assertThat(count).hasValue(2);
    assertThat(c.app().messages()).containsExactly("two");
  }

  @Test
  void cannotSpeakOverALinkThatIsNotThere() {
    SimNode<Recorder> stranger = sim.addNode("stranger", Recorder::install);
    heardAfter(
        (envelope, wire) ->
            wire.send(
                new Envelope(stranger.id(), b.id(), envelope.protocol(), Delivery.ORDERED, OTHER)),
        "one");
    assertThat(b.app().messages()).isEmpty();
  }

  @Test
  void mayTreatOneProtocolOnly() {
    Interceptor dropper = Adversaries.dropper(1, sim.random("dropper"));
    assertThat(heardAfter(Adversaries.only(new ProtocolId(99), dropper), "one"))
        .containsExactly("one");
    assertThat(heardAfter(Adversaries.only(Recorder.PROTOCOL, dropper), "two"))
        .containsExactly("one");
  }

  @Test
  void mayDelayLikeASlowRelay() {
    heardAfter(Adversaries.delayer(Duration.ofSeconds(3)), "one");
    assertThat(b.app().heardAtMillis.getLast()).isEqualTo(1_000 + 3_000 + 25);
  }

  @Test
  void mayReplaySome() {
    List<String> heard =
        heardAfter(
            Adversaries.replayer(0.5, Duration.ofSeconds(2), sim.random("replayer")), hundred());
    assertThat(heard).hasSizeBetween(130, 170);
    assertThat(heard.stream().distinct()).containsExactlyInAnyOrder(hundred());
  }

  @Test
  void mayDamageSome() {
    List<String> heard = heardAfter(Adversaries.corrupter(0.5, sim.random("corrupter")), hundred());
    assertThat(heard).hasSize(100);
    assertThat(heard.stream().filter(List.of(hundred())::contains)).hasSizeBetween(30, 70);
  }

  private static String[] hundred() {
    return IntStream.range(100, 200).mapToObj(String::valueOf).toArray(String[]::new);
  }
}
