package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.group.protocol.HostileWorld.MALLORY;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.testing.Advertiser;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** Who says that it is no member, and what follows from that. */
class DenialTest {

  private final HostileWorld hostile = new HostileWorld();
  private final GroupWorld world = hostile.world;
  private final GroupId group = hostile.group;
  private final Advertiser says = hostile.says;

  @Test
  void whoSaysAgainThatItIsNoMemberIsTakenAtItsWord() {
    deny();
    assertThat(world.node(0).app().view(group)).as("after one word").contains(MALLORY.nodeId());
    deny();
    assertThat(world.node(0).app().view(group)).doesNotContain(MALLORY.nodeId());
    assertThat(world.node(0).app().events())
        .contains(
            new AttestationLost(
                group,
                world.id(0),
                MALLORY.nodeId(),
                new Loss.Withdrawn(Reason.of(ReasonCode.LEFT))));
  }

  @Test
  void whoSpeaksOfTheGroupMeanwhileContradictsItself() {
    deny();
    hostile.say(new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    deny();
    hostile.tell(says.by(MALLORY, world.id(0)));
    deny();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void sayingItTwiceAtOnceIsSayingItOnce() {
    for (int i = 0; i < 100; i++) {
      hostile.say(new GroupMessage.NotMember(group));
    }
    hostile.pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void whoWasNoMemberIsOneAgainWithItsNextAdvertisement() {
    deny();
    deny();
    hostile.tell(says.by(MALLORY, world.id(0)));
    hostile.say(new GroupMessage.JoinAsk(group, Bytes.EMPTY));
    hostile.pass();
    assertThat(world.node(0).app().view(group)).contains(MALLORY.nodeId());
  }

  @Test
  void whoAsksAboutAnotherGroupHearsSoWithinLimits() {
    GroupId unknown = GroupId.random(world.simulation().random("unknown group"));
    for (int i = 0; i < 500; i++) {
      hostile.say(HostileWorld.summary(unknown, i));
    }
    hostile.say(new GroupMessage.NotMember(unknown));
    hostile.pass();
    assertThat(hostile.heard(GroupMessage.NotMember.class))
        .hasSize(Dispatch.DENIALS_AT_ONCE)
        .containsOnly(new GroupMessage.NotMember(unknown));
    world.simulation().runFor(Duration.ofSeconds(10));
    hostile.say(new GroupMessage.NotMember(unknown));
    hostile.pass();
    assertThat(hostile.heard(GroupMessage.NotMember.class))
        .as("no answer to an answer")
        .hasSize(Dispatch.DENIALS_AT_ONCE);
  }

  private void deny() {
    hostile.say(new GroupMessage.NotMember(group));
    long grace = world.settings().validityMillis() / Denials.GRACES_PER_VALIDITY;
    world.simulation().runFor(Duration.ofMillis(grace + 100));
  }
}
