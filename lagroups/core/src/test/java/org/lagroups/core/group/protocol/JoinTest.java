package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent.CandidateHeard;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.seed.Seeds;

class JoinTest {

  private static final Bytes TOKEN = Bytes.fromHex("c0ffee");

  private GroupWorld world;
  private GroupId group;

  @BeforeEach
  void oneFounderAndTwoStrangers() {
    world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    world.add(3);
    group = world.node(0).app().create(world.settings());
  }

  @Test
  void aFounderIsAloneInItsView() {
    assertThat(world.node(0).app().view(group)).containsExactly(world.id(0));
    assertThat(world.groups(0).groups()).containsExactly(group);
    assertThat(world.groups(0).settings(group)).isEqualTo(world.settings());
    assertThat(world.groups(0).attestsOut(group, world.id(0))).isEmpty();
  }

  @Test
  void succeedsWithTheFirstAttestationFromAMember() {
    world.join(group, 1, 0);
    world
        .simulation()
        .runUntil("joined", Duration.ofSeconds(2), () -> !world.node(1).app().joins().isEmpty());
    assertThat(world.node(1).app().joins())
        .containsExactly(new JoinResult.Joined(group, world.id(0)));
    world.simulation().runFor(Duration.ofMinutes(2));
    assertThat(world.node(1).app().joins()).hasSize(1);
  }

  @Test
  void showsItsTokenToTheMemberAskedOnceInAWhile() {
    world.node(0).app().admitIf((node, token) -> false);
    world
        .node(1)
        .app()
        .join(group, world.settings(), world.contact(0), TOKEN, Duration.ofMinutes(5).toMillis());
    world.simulation().runFor(Duration.ofSeconds(55));
    CandidateHeard heard = new CandidateHeard(group, world.id(1), TOKEN);
    assertThat(world.node(0).app().events()).containsExactly(heard);
    world.simulation().runFor(Duration.ofSeconds(60));
    assertThat(world.node(0).app().events()).containsExactly(heard, heard);
  }

  @Test
  void failsWhenNobodyAttestsInTime() {
    world.node(0).app().admitIf((node, token) -> false);
    world.join(group, 1, 0);
    world.simulation().runFor(Duration.ofSeconds(29));
    assertThat(world.node(1).app().joins()).isEmpty();
    assertThat(world.groups(1).groups()).containsExactly(group);
    world.simulation().runFor(Duration.ofSeconds(2));
    assertThat(world.node(1).app().joins())
        .containsExactly(new JoinResult.NobodyAttested(group, true));
    assertThat(world.groups(1).groups()).isEmpty();
    assertThat(world.disk(1).stored(group)).isEmpty();
    world.simulation().runFor(Duration.ofMinutes(2));
    assertThat(world.node(1).linkedPeers()).isEmpty();
  }

  @Test
  void saysWhenNobodyWasReachedAtAll() {
    world.simulation().network().isolate(world.node(1));
    world.join(group, 1, 0);
    world.simulation().runFor(Duration.ofSeconds(31));
    assertThat(world.node(1).app().joins())
        .containsExactly(new JoinResult.NobodyAttested(group, false));
  }

  @Test
  void isTriedForAsLongAsItTakesForALinkToComeUp() {
    world.simulation().network().isolate(world.node(1));
    world.join(group, 1, 0);
    world.simulation().runFor(Duration.ofSeconds(10));
    world.simulation().network().heal();
    world.simulation().network().reconnect(world.node(1));
    world.awaitFullView(group, Duration.ofSeconds(20), List.of(world.node(0), world.node(1)));
  }

  @Test
  void endsAtOnceWhenTheGroupIsLeftMeanwhile() {
    world.node(0).app().admitIf((node, token) -> false);
    world.join(group, 1, 0);
    world.groups(1).leave(group);
    assertThat(world.node(1).app().joins())
        .containsExactly(new JoinResult.NobodyAttested(group, false));
  }

  @Test
  void isForgottenWhenTheNodeIsKilledMeanwhile() {
    world.node(0).app().admitIf((node, token) -> false);
    world.join(group, 1, 0);
    world.simulation().runFor(Duration.ofSeconds(3));
    assertThat(world.disk(1).stored(group)).isPresent();
    world.node(1).restart();
    assertThat(world.groups(1).groups()).isEmpty();
    assertThat(world.disk(1).stored(group)).isEmpty();
  }

  @Test
  void aFullGroupHearsNoCandidates() {
    GroupSettings pair = new GroupSettings(60_000, 2, 5_000);
    GroupId small = world.node(0).app().create(pair);
    world.node(1).app().join(small, pair, world.contact(0), Bytes.EMPTY, 30_000);
    world.simulation().runFor(Duration.ofSeconds(2));
    world.node(2).app().join(small, pair, world.contact(0), Bytes.EMPTY, 30_000);
    world.simulation().runFor(Duration.ofSeconds(31));
    assertThat(world.node(2).app().joins())
        .containsExactly(new JoinResult.NobodyAttested(small, true));
    assertThat(world.groups(0).statistics().refused(Refusal.GROUP_FULL)).isPositive();
    assertThatThrownBy(() -> world.groups(0).startAttest(small, world.id(2), LinkInfo.NONE))
        .isInstanceOf(LimitReachedException.class);
  }

  @Test
  void callsThatMakeNoSenseAreRefused() {
    LaGroups groups = world.groups(0);
    JoinRequest again = request(world.contact(1));
    assertThatThrownBy(() -> groups.join(again, result -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("already");
    assertThatThrownBy(() -> world.groups(1).join(request(world.contact(1)), result -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("itself");
    assertThatThrownBy(() -> groups.startAttest(group, world.id(0), LinkInfo.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> world.groups(1).attestations(group))
        .isInstanceOf(UnknownGroupException.class);
    assertThatThrownBy(() -> world.groups(1).leave(group))
        .isInstanceOf(UnknownGroupException.class);
  }

  @Test
  void aNodeBelongsToSixtyFourGroupsAtMost() {
    LaGroups groups = world.groups(2);
    for (int i = 0; i < LaGroups.MAX_GROUPS; i++) {
      groups.create(world.settings());
    }
    assertThatThrownBy(() -> groups.create(world.settings()))
        .isInstanceOf(LimitReachedException.class);
    assertThatThrownBy(() -> groups.join(request(world.contact(0)), result -> {}))
        .isInstanceOf(LimitReachedException.class);
    groups.leave(groups.groups().iterator().next());
    groups.create(world.settings());
    assertThat(groups.groups()).hasSize(LaGroups.MAX_GROUPS);
  }

  private JoinRequest request(Contact member) {
    return new JoinRequest(group, world.settings(), List.of(member), Bytes.EMPTY, 1_000);
  }
}
