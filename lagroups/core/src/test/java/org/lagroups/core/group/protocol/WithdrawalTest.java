package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent.AttestationGained;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.GroupEvent.NodeEntered;
import org.lagroups.core.group.GroupEvent.NodeLeft;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.seed.Seeds;

/** How attestations end, and what is said of it. */
class WithdrawalTest {

  private static final Reason BAD = new Reason(ReasonCode.BAD_CONTENT, "not what it says");

  private final GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);

  @Test
  void reachesEveryMemberWithItsReasonWithinASecond() {
    GroupId group = world.form(6);
    world.simulation().runFor(Duration.ofSeconds(10));
    world.node(1).app().drop(group, world.id(4), BAD);
    world.simulation().runFor(Duration.ofSeconds(1));
    AttestationLost lost =
        new AttestationLost(group, world.id(1), world.id(4), new Loss.Withdrawn(BAD));
    for (var node : world.nodes()) {
      assertThat(node.app().events()).as(node.name()).containsOnlyOnce(lost);
      assertThat(node.app().view(group)).hasSize(6);
    }
    assertThat(world.groups(0).attestsIn(group, world.id(4))).hasSize(4);
  }

  @Test
  void removesWhoseLastAttestationItWas() {
    GroupId group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    for (int i = 0; i < 3; i++) {
      world.node(i).app().drop(group, world.id(3), BAD);
    }
    world.simulation().runFor(Duration.ofSeconds(1));
    assertThat(world.node(0).app().view(group)).hasSize(3).doesNotContain(world.id(3));
    assertThat(world.node(0).app().events())
        .contains(
            new AttestationLost(group, world.id(3), world.id(0), new Loss.AttesterOutOfView()),
            new NodeLeft(group, world.id(3)));
    assertThat(world.disk(0).stored(group).orElseThrow().contacts())
        .as("nobody wants to meet again whom it dropped for a cause")
        .extracting(known -> known.contact().node())
        .containsExactlyInAnyOrder(world.id(1), world.id(2));
  }

  @Test
  void isStillSaidAfterARestart() {
    GroupId group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    world.node(1).app().drop(group, world.id(3), BAD);
    world.node(1).restart();
    world.node(1).app().attestOnlyIf((self, other) -> !other.equals(world.id(3)));
    AttestationLost lost =
        new AttestationLost(group, world.id(1), world.id(3), new Loss.Withdrawn(BAD));
    world
        .simulation()
        .runUntil(
            "the reason is known",
            Duration.ofSeconds(45),
            () -> world.node(0).app().events().contains(lost));
  }

  @Test
  void happensByItselfWhenTheAttesterFallsSilent() {
    GroupId group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    // Its links stay up, and all attest to it; but its own word no longer gets out.
    world
        .simulation()
        .network()
        .intercept(
            world.node(3),
            (envelope, wire) -> {
              if (!envelope.protocol().equals(GroupMachine.PROTOCOL)) {
                wire.send(envelope);
              }
            });
    world.simulation().runFor(Duration.ofSeconds(61));
    for (int i = 0; i < 3; i++) {
      assertThat(world.node(i).app().events())
          .contains(new AttestationLost(group, world.id(3), world.id(1), new Loss.Expired()));
      assertThat(world.groups(i).attestsOut(group, world.id(3))).isEmpty();
      assertThat(world.node(i).app().view(group)).contains(world.id(3));
    }
  }

  @Test
  void everythingEndsAtANodeThatHearsNothingMore() {
    GroupId group = world.form(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    world.simulation().network().interceptAll((envelope, wire) -> {});
    world.simulation().runFor(Duration.ofSeconds(61));
    assertThat(world.groups(0).attestations(group).attesters(world.id(0))).isEmpty();
    assertThat(world.groups(0).attestsOut(group, world.id(1))).isEmpty();
  }

  @Test
  void anAttestationIsGainedAndItsAttesteeEnters() {
    world.add(2);
    GroupId group = world.node(0).app().create(world.settings());
    LinkInfo info = LinkInfo.ofRoundTrip(1_234);
    world.groups(0).startAttest(group, world.id(1), info);
    assertThat(world.node(0).app().events())
        .containsExactly(
            new NodeEntered(group, world.id(1)),
            new AttestationGained(group, world.id(0), world.id(1), info));
    assertThat(world.groups(0).attestsOut(group, world.id(0)))
        .containsExactly(new AttestedNode(world.id(1), info));
    assertThat(world.groups(0).attestsIn(group, world.id(1)))
        .containsExactly(new AttestedNode(world.id(0), info));
    world.groups(0).stopAttest(group, world.id(1), BAD);
    assertThat(world.node(0).app().events())
        .hasSize(4)
        .endsWith(
            new AttestationLost(group, world.id(0), world.id(1), new Loss.Withdrawn(BAD)),
            new NodeLeft(group, world.id(1)));
    world.groups(0).stopAttest(group, world.id(1), BAD);
    assertThat(world.node(0).app().events()).hasSize(4);
  }

  @Test
  void whatANodeHasSaidAgesUntilItSaysItAgain() {
    GroupId group = world.form(3);
    world.simulation().runFor(Duration.ofSeconds(5));
    long validity = world.settings().validityMillis();
    for (int i = 0; i < 3; i++) {
      assertThat(world.groups(0).remainingMillis(group, world.id(i)).orElseThrow())
          .isBetween(validity / 2, validity + world.settings().clockSkewMillis());
    }
    long before = world.groups(0).remainingMillis(group, world.id(1)).orElseThrow();
    world.add(1);
    world.node(1).crash();
    world.simulation().runFor(Duration.ofSeconds(7));
    assertThat(world.groups(0).remainingMillis(group, world.id(1))).hasValue(before - 7_000);
    assertThat(world.groups(0).remainingMillis(group, world.id(3))).isEmpty();
  }

  @Test
  void anotherInfoIsSeenByAllWithoutAnEvent() {
    GroupId group = world.form(3);
    world.simulation().runFor(Duration.ofSeconds(5));
    int events = world.node(2).app().events().size();
    LinkInfo slower = LinkInfo.ofRoundTrip(777_000);
    world.groups(0).startAttest(group, world.id(1), slower);
    world.simulation().runFor(Duration.ofMillis(world.settings().refreshMillis() + 200));
    assertThat(world.groups(2).attestsIn(group, world.id(1)))
        .contains(new AttestedNode(world.id(0), slower));
    assertThat(world.node(2).app().events()).hasSize(events);
  }
}
