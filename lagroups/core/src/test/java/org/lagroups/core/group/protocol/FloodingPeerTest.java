package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.group.protocol.HostileWorld.MALLORY;
import static org.lagroups.core.group.protocol.HostileWorld.OTHER;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** However much a peer sends, what it costs is bounded, and others are heard. */
class FloodingPeerTest {

  private final HostileWorld hostile = new HostileWorld();
  private final GroupWorld world = hostile.world;
  private final GroupId group = hostile.group;
  private final Advertiser says = hostile.says;

  @Test
  void onePeerContributesSixteenCandidatesAtMost() {
    for (int i = 0; i < 40; i++) {
      hostile.tell(says.by(TestIdentities.of(1_000 + i), world.id(0)));
    }
    List<NodeId> asked =
        IntStream.range(0, 40)
            .mapToObj(i -> TestIdentities.of(1_000 + i).nodeId())
            .sorted()
            .toList();
    // As soon as one of them is attested to, what it says counts: that shows who was kept.
    long kept = asked.stream().filter(this::isKept).count();
    assertThat(kept).isEqualTo(AdvertisementDatabase.MAX_CANDIDATES_PER_PEER);
  }

  @Test
  void aFloodOfForgeriesCostsABoundedNumberOfChecksAndMallorysNextHonestWordIsHeard() {
    SignedAdvertisement forgery = HostileWorld.forged(says.by(OTHER));
    for (int i = 0; i < 2_000; i++) {
      hostile.say(new GroupMessage.Advertisements(List.of(forgery)));
    }
    world.simulation().runFor(Duration.ofSeconds(1));
    assertThat(world.groups(0).statistics().refused(Refusal.BAD_SIGNATURE))
        .isLessThanOrEqualTo(512 + 64);
    assertThat(world.groups(0).statistics().refused(Refusal.OVER_BUDGET)).isPositive();
    assertThat(world.node(0).app().view(group)).hasSize(4);
    world.simulation().runFor(Duration.ofSeconds(10));
    long before = world.groups(0).statistics().accepted();
    hostile.tell(says.by(OTHER));
    assertThat(world.groups(0).statistics().accepted()).isGreaterThan(before);
  }

  @Test
  void anAttestersOwnAdvertisementsAreTakenNoFasterThanItMayIssueThem() {
    long before = world.groups(0).statistics().accepted();
    for (int i = 0; i < 500; i++) {
      hostile.say(HostileWorld.advertisements(says.by(MALLORY, world.id(0))));
    }
    hostile.pass();
    // What has come meanwhile are a few from nodes 1 and 2.
    long taken = world.groups(0).statistics().accepted() - before;
    assertThat(taken).isBetween(GroupInbox.OWN_BURST + 0L, GroupInbox.OWN_BURST + 4L);
    assertThat(world.groups(0).statistics().refused(Refusal.TOO_SOON))
        .isBetween(498L - GroupInbox.OWN_BURST, 500L - GroupInbox.OWN_BURST);
    hostile.tell(says.by(MALLORY, world.id(0), world.id(2)));
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).hasSize(2);
  }

  @Test
  void theCheckBeforePassingOnIsMadeOnce() {
    keepMalloryFromAllButNodeZero();
    long before = world.groups(0).statistics().signatureChecks();
    long relayed = world.groups(0).statistics().relayed();
    hostile.tell(says.by(MALLORY, world.id(0), OTHER.nodeId()));
    assertThat(world.groups(0).statistics().relayed()).isEqualTo(relayed + 2);
    hostile.say(new GroupMessage.Want(group, List.of(MALLORY.nodeId())));
    hostile.say(new GroupMessage.Want(group, List.of(MALLORY.nodeId())));
    hostile.pass();
    assertThat(hostile.heard(GroupMessage.Advertisements.class)).hasSizeGreaterThan(1);
    assertThat(world.groups(0).statistics().signatureChecks()).isEqualTo(before + 1);
  }

  @Test
  void theCheckBeforePassingOnIsAtTheExpenseOfTheAttester() {
    keepMalloryFromAllButNodeZero();
    SignedAdvertisement forgery = HostileWorld.forged(says.by(OTHER));
    for (int i = 0; i < 600; i++) {
      hostile.say(HostileWorld.advertisements(forgery));
    }
    NodeId stranger = TestIdentities.of(902).nodeId();
    SignedAdvertisement honest = says.by(MALLORY, world.id(0), OTHER.nodeId(), stranger);
    long relayed = world.groups(0).statistics().relayed();
    hostile.say(HostileWorld.advertisements(honest));
    world.simulation().runFor(Duration.ofMillis(60));
    assertThat(world.groups(0).attestsOut(group, MALLORY.nodeId())).hasSize(3);
    assertThat(world.groups(0).statistics().relayed()).isEqualTo(relayed);
    world.simulation().runFor(Duration.ofSeconds(40));
    assertThat(world.groups(1).attestsOut(group, MALLORY.nodeId())).hasSize(3);
  }

  /** So that node 0 has to pass on what Mallory says. */
  private void keepMalloryFromAllButNodeZero() {
    for (int i = 1; i < 3; i++) {
      world.simulation().network().cutBoth(world.node(i), hostile.mallory);
    }
    world.simulation().runFor(Duration.ofSeconds(40));
    hostile.tell(says.by(MALLORY, world.id(0)));
    assertThat(world.groups(1).attestsOut(group, MALLORY.nodeId())).isNotEmpty();
  }

  private boolean isKept(NodeId candidate) {
    world.groups(0).startAttest(group, candidate, LinkInfo.NONE);
    return !world.groups(0).attestsOut(group, candidate).isEmpty();
  }
}
