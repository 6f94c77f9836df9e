package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.net.Envelope;
import org.lagroups.simnet.seed.Seeds;

/** No sequence number is ever used for two statements. */
class SequenceTest {

  private final Map<NodeId, Map<Long, Signature>> said = new HashMap<>();
  private final List<String> contradictions = new ArrayList<>();

  @Test
  void nothingIsSaidBeforeItsNumberIsDurable() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    world.add(2);
    world.disk(0).holdWrites();
    GroupId group = world.node(0).app().create(world.settings());
    world.join(group, 1, 0);
    world.simulation().runFor(Duration.ofSeconds(5));
    assertThat(world.node(1).app().joins()).isEmpty();
    assertThat(world.node(0).app().view(group)).hasSize(2);
    world.disk(0).releaseWrites();
    world.awaitFullView(group, Duration.ofSeconds(1));
  }

  @Test
  void aDiskThatFailsLaterOnStopsNobodyForMinutes() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    GroupId group = world.form(3);
    world.disk(0).holdWrites();
    world.simulation().runFor(Duration.ofMinutes(4));
    assertThat(world.isClique(group)).isTrue();
  }

  @Test
  void nodesKilledAtAnyMomentWithClocksSetBackNeverContradictThemselves() {
    Seeds.forEach(
        5,
        500,
        seed -> {
          GroupWorld world = new GroupWorld(seed, GroupSettings.withValidity(6_000));
          GroupId group = formOverheard(world);
          RandomGenerator random = world.simulation().random("kills");
          for (int i = 0; i < 20; i++) {
            world.simulation().runFor(Duration.ofMillis(random.nextInt(5_000)));
            int victim = random.nextInt(4);
            if (random.nextBoolean()) {
              world.disk(victim).holdWrites();
            }
            world.node(victim).clock().step(Duration.ofMillis(random.nextInt(-1_000, 500)));
            world.node(victim).restart();
          }
          world.nodes().forEach(node -> node.clock().step(node.clock().error().negated()));
          world.awaitFullView(group, Duration.ofMinutes(1));
          assertThat(contradictions).isEmpty();
        });
  }

  @Test
  void whoLeavesAndJoinsAgainContradictsNothingThatItSaidBefore() {
    Seeds.forEach(
        4,
        500,
        seed -> {
          GroupWorld world = new GroupWorld(seed, GroupSettings.withValidity(6_000));
          GroupId group = formOverheard(world);
          RandomGenerator random = world.simulation().random("leaving");
          for (int i = 0; i < 6; i++) {
            // Numbers are ahead of the clock after a kill; who is cut off knows old ones only.
            world.node(3).restart();
            settle(world, group);
            int other = random.nextInt(3);
            world.simulation().network().partition(List.of(world.node(other)));
            for (int change = random.nextInt(4); change >= 0; change--) {
              world.groups(3).describe("n3 " + change, List.of(world.node(3).address()));
              world.simulation().runFor(Duration.ofMillis(250));
            }
            world.node(3).app().groups().leave(group);
            if (random.nextBoolean()) {
              world.node(3).restart();
            }
            world.simulation().runFor(Duration.ofMillis(random.nextInt(3_000)));
            world.simulation().network().heal();
            world.join(group, 3, other);
            world
                .simulation()
                .runUntil(
                    "it has joined", Duration.ofMinutes(1), () -> hasJoined(world.node(3).app()));
          }
          settle(world, group);
          assertThat(contradictions).isEmpty();
          assertThat(world.groups(0).equivocators(group)).isEmpty();
        });
  }

  @Test
  void whoLeavesAndJoinsAgainAtOnceIsHeardAtOnceHoweverFarItsNumbersWereAhead() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    GroupId group = world.form(3);
    for (int i = 0; i < 3; i++) {
      world.node(2).restart();
      settle(world, group);
    }
    long stale = world.groups(0).statistics().refused(Refusal.STALE);
    world.groups(2).leave(group);
    world.simulation().runFor(Duration.ofSeconds(1));
    assertThat(world.node(0).app().view(group)).hasSize(2);
    Bytes another = Bytes.fromHex("02");
    world.node(2).app().join(group, world.settings(), world.contact(0), another, 30_000);
    world.awaitFullView(group, Duration.ofSeconds(2));
    assertThat(world.groups(0).statistics().refused(Refusal.STALE)).isEqualTo(stale);
  }

  @Test
  void whoLostStateAndHasAClockBehindLearnsWhereItWas() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    GroupId group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(30));
    world.node(3).restartEmpty();
    world.node(3).clock().step(Duration.ofMillis(-4_900));
    world.groups(3).describe("n3 anew", List.of(world.node(3).address()));
    world.join(group, 3, 0);
    world
        .simulation()
        .runUntil(
            "its new word counts",
            Duration.ofSeconds(10),
            () ->
                world
                    .groups(0)
                    .member(group, world.id(3))
                    .filter(member -> member.name().equals("n3 anew"))
                    .isPresent());
  }

  /** A group of four, all of whose messages are listened to. */
  private GroupId formOverheard(GroupWorld world) {
    world
        .simulation()
        .network()
        .interceptAll((envelope, wire) -> {
          listen(envelope);
          wire.send(envelope);
        });
    return world.form(4);
  }

  /** Links are up again, and all see each other. */
  private static void settle(GroupWorld world, GroupId group) {
    world.simulation().runFor(Duration.ofSeconds(1));
    world.awaitFullView(group, Duration.ofMinutes(1));
  }

  private static boolean hasJoined(VouchingNode node) {
    return node.joins().size() == 1 && node.joins().getFirst() instanceof JoinResult.Joined;
  }

  private void listen(Envelope envelope) {
    if (envelope.protocol().equals(GroupMachine.PROTOCOL)
        && GroupMessageCodec.decode(envelope.message())
            instanceof Decoded.Accepted<GroupMessage>(GroupMessage.Advertisements all)) {
      all.advertisements()
          .forEach(
              one -> listen(one.content().attesterId(), one.content().sequence(), one.signature()));
      all.renewals()
          .forEach(one ->
              listen(one.attester().orElse(envelope.from()), one.sequence(), one.signature()));
    }
  }

  /** What is signed decides the signature, and the other way round. */
  private void listen(NodeId attester, long sequence, Signature signature) {
    Signature before =
        said.computeIfAbsent(attester, id -> new HashMap<>()).putIfAbsent(sequence, signature);
    if (before != null && !before.equals(signature)) {
      contradictions.add("%s said two things".formatted(attester));
    }
  }
}
