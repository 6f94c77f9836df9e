package org.lagroups.multicast.protocol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

class DoorTest {

  private static final SignedHeader HEADER = Streams.live(1_316);
  private static final StreamId STREAM = HEADER.id();
  private static final GroupId GROUP = new GroupId(Bytes.fromHex("05".repeat(GroupId.LENGTH)));
  private static final Bytes TOKEN = Bytes.fromHex("0b".repeat(16));
  private static final HeaderAsk BARE = new HeaderAsk(STREAM, Optional.empty());
  private static final NodeId GUEST = node(1);

  private final FakeEnvironment environment = new FakeEnvironment(node(0));
  private final FakeGroups groups = new FakeGroups();

  @BeforeEach
  void link() {
    environment.link(GUEST);
  }

  @Test
  void givesTheHeaderAtOnceAndATokenWhenItIsOnDisk() {
    Door door = door(new Audience.Everybody());
    door.onAsk(GUEST, BARE, true);
    assertThat(environment.takeSent()).containsExactly(new HeaderAnswer(STREAM, HEADER));
    groups.answerInvitations(true);
    assertThat(environment.takeSent()).containsExactly(admission(groups.tokens().getFirst()));
  }

  @Test
  void givesNoTokenThatTheDiskDidNotTakeButTriesAgain() {
    Door door = door(new Audience.Everybody());
    door.onAsk(GUEST, BARE, true);
    groups.answerInvitations(false);
    assertThat(environment.takeSent()).containsExactly(new HeaderAnswer(STREAM, HEADER));
    door.onAsk(GUEST, BARE, true);
    groups.answerInvitations(true);
    assertThat(environment.takeSent())
        .containsExactly(new HeaderAnswer(STREAM, HEADER), admission(groups.tokens().getLast()));
  }

  @Test
  void whoAsksAgainGetsTheSameTokenUntilThatIsOld() {
    Door door = door(new Audience.Everybody());
    door.onAsk(GUEST, BARE, true);
    door.onAsk(GUEST, BARE, false);
    groups.answerInvitations(true);
    door.onAsk(GUEST, BARE, false);
    assertThat(groups.tokens()).hasSize(1);
    assertThat(environment.takeSent()).hasSize(5).contains(admission(groups.tokens().getFirst()));
    environment.pass(Door.TOKEN_MILLIS / 2 + 1);
    door.onAsk(GUEST, BARE, false);
    assertThat(new HashSet<>(groups.tokens())).hasSize(2);
  }

  @Test
  void sendsAwayWhoIsNotInvitedAndWhoFindsNoPlace() {
    door(new Audience.WithToken(TOKEN)).onAsk(GUEST, BARE, true);
    door(new Audience.WithToken(TOKEN))
        .onAsk(GUEST, new HeaderAsk(STREAM, Optional.of(Bytes.fromHex("0c".repeat(16)))), true);
    door(new Audience.Invited(Set.of(node(2)))).onAsk(GUEST, BARE, true);
    Denial notInvited = new Denial(STREAM, Denial.Why.NOT_INVITED);
    assertThat(environment.takeSent()).containsExactly(notInvited, notInvited, notInvited);
    door(new Audience.Everybody()).onAsk(GUEST, BARE, false);
    assertThat(environment.takeSent()).containsExactly(new Denial(STREAM, Denial.Why.FULL));
    assertThat(groups.tokens()).isEmpty();
  }

  @Test
  void letsInWhoIsInvited() {
    door(new Audience.WithToken(TOKEN))
        .onAsk(GUEST, new HeaderAsk(STREAM, Optional.of(TOKEN)), true);
    door(new Audience.Invited(Set.of(GUEST))).onAsk(GUEST, BARE, true);
    assertThat(environment.takeSent())
        .containsExactly(new HeaderAnswer(STREAM, HEADER), new HeaderAnswer(STREAM, HEADER));
  }

  @Test
  void doesNotAnswerWhoAsksTooOften() {
    Door door = door(new Audience.Everybody());
    for (int i = 0; i < 1_000; i++) {
      door.onAsk(GUEST, BARE, true);
    }
    assertThat(environment.takeSent()).hasSizeBetween(1, 10);
    environment.pass(1_000);
    door.onAsk(GUEST, BARE, true);
    assertThat(environment.takeSent()).contains(new HeaderAnswer(STREAM, HEADER));
  }

  @Test
  void remembersNoMoreGuestsThanItsBound() {
    Door door = door(new Audience.Everybody());
    for (int i = 0; i <= Door.MAX_GUESTS; i++) {
      door.onAsk(node(i + 1), BARE, true);
    }
    door.onAsk(node(Door.MAX_GUESTS + 1), BARE, true);
    assertThat(groups.tokens()).hasSize(Door.MAX_GUESTS + 1);
    door.onAsk(GUEST, BARE, true);
    assertThat(groups.tokens()).as("the eldest was forgotten").hasSize(Door.MAX_GUESTS + 2);
  }

  static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%064x".formatted(number)));
  }

  private Door door(Audience audience) {
    return new Door(environment, HEADER, audience, GROUP, GroupSettings.DEFAULT, groups);
  }

  private static CastMessage admission(Bytes token) {
    return new Admission(STREAM, GROUP, GroupSettings.DEFAULT, token);
  }
}
