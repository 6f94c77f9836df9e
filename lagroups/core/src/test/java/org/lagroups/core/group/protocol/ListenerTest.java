package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.AttestationGained;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.NodeEntered;
import org.lagroups.core.group.GroupEvent.NodeLeft;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

class ListenerTest {

  private static final NodeId FIRST = TestIdentities.of(700).nodeId();
  private static final NodeId SECOND = TestIdentities.of(701).nodeId();

  private final List<GroupEvent> heard = new ArrayList<>();
  private GroupMachine groups;
  private GroupId group;

  @BeforeEach
  void oneGroup() {
    GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
    world.add(1);
    groups = world.groups(0);
    group = groups.create(world.settings());
  }

  @Test
  void mayChangeTheGroupAndHearsOfThatAfterwards() {
    groups.attestsChange(
        group,
        event -> {
          if (event.equals(new NodeEntered(group, FIRST))) {
            groups.startAttest(group, SECOND, LinkInfo.NONE);
            assertThat(groups.attestations(group).contains(SECOND)).isTrue();
          }
          heard.add(event);
        });
    groups.startAttest(group, FIRST, LinkInfo.NONE);
    NodeId self = groups.attestations(group).attesters(FIRST).getFirst();
    assertThat(heard)
        .containsExactly(
            new NodeEntered(group, FIRST),
            new AttestationGained(group, self, FIRST, LinkInfo.NONE),
            new NodeEntered(group, SECOND),
            new AttestationGained(group, self, SECOND, LinkInfo.NONE));
  }

  @Test
  void hearsNothingOnceClosedNotEvenWhatHasHappened() {
    List<Subscription> second = new ArrayList<>();
    groups.attestsChange(group, event -> second.forEach(Subscription::close));
    second.add(groups.attestsChange(group, heard::add));
    groups.startAttest(group, FIRST, LinkInfo.NONE);
    assertThat(heard).isEmpty();
    second.forEach(Subscription::close);
  }

  @Test
  void mayLeaveTheGroupInTheMidstOfItsEvents() {
    groups.attestsChange(
        group,
        event -> {
          heard.add(event);
          groups.leave(group);
        });
    groups.startAttest(group, FIRST, LinkInfo.NONE);
    assertThat(heard).hasSize(1);
    assertThat(groups.groups()).isEmpty();
  }

  @Test
  void severalListenersHearTheSameInTheSameOrder() {
    List<GroupEvent> other = new ArrayList<>();
    groups.attestsChange(group, heard::add);
    groups.attestsChange(group, other::add);
    groups.startAttest(group, FIRST, LinkInfo.NONE);
    groups.stopAttest(group, FIRST, Reason.of(ReasonCode.OPERATOR));
    assertThat(heard).isEqualTo(other).hasSize(4);
    assertThat(heard.get(2)).isInstanceOf(AttestationLost.class);
    assertThat(heard.get(3)).isEqualTo(new NodeLeft(group, FIRST));
  }
}
