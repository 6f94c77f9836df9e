package org.lagroups.multicast.protocol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
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
  private static final Bytes TOKEN = Bytes.fromHex("0b".repeat(16));
  private static final HeaderAsk BARE = new HeaderAsk(STREAM, Optional.empty());
  private static final NodeId GUEST = node(1);
  private static final HeaderAnswer ANSWER = new HeaderAnswer(STREAM, HEADER);
  private static final Passes PASSES = Passes.of(HEADER, SignatureVerifier.DIRECT);

  private final FakeEnvironment environment = new FakeEnvironment(node(0));

  @BeforeEach
  void link() {
    environment.link(GUEST);
  }

  @Test
  void givesTheHeaderAndAPass() {
    Door door = door(new Audience.Everybody());
    door.onAsk(GUEST, BARE);
    door.onAsk(GUEST, BARE);
    assertThat(environment.takeSent()).containsExactly(ANSWER, admission(), ANSWER, admission());
    assertThat(PASSES.admit(GUEST, Optional.of(PASSES.sign(GUEST, Streams.PUBLISHER)))).isTrue();
    assertThat(PASSES.admit(node(2), Optional.of(PASSES.sign(GUEST, Streams.PUBLISHER)))).isFalse();
    assertThat(PASSES.admit(GUEST, Optional.empty())).isFalse();
    Passes others = Passes.of(Streams.live(188), SignatureVerifier.DIRECT);
    assertThat(others.admit(GUEST, Optional.of(PASSES.sign(GUEST, Streams.PUBLISHER)))).isFalse();
  }

  @Test
  void sendsAwayWhoIsNotInvited() {
    door(new Audience.WithToken(TOKEN)).onAsk(GUEST, BARE);
    door(new Audience.WithToken(TOKEN))
        .onAsk(GUEST, new HeaderAsk(STREAM, Optional.of(Bytes.fromHex("0c".repeat(16)))));
    door(new Audience.Invited(Set.of(node(2)))).onAsk(GUEST, BARE);
    Denial notInvited = new Denial(STREAM, Denial.Why.NOT_INVITED);
    assertThat(environment.takeSent()).containsExactly(notInvited, notInvited, notInvited);
  }

  @Test
  void letsInWhoIsInvited() {
    door(new Audience.WithToken(TOKEN)).onAsk(GUEST, new HeaderAsk(STREAM, Optional.of(TOKEN)));
    door(new Audience.Invited(Set.of(GUEST))).onAsk(GUEST, BARE);
    assertThat(environment.takeSent()).containsExactly(ANSWER, admission(), ANSWER, admission());
  }

  @Test
  void doesNotAnswerWhoAsksTooOften() {
    Door door = door(new Audience.Everybody());
    for (int i = 0; i < 1_000; i++) {
      door.onAsk(GUEST, BARE);
    }
    assertThat(environment.takeSent()).hasSizeBetween(2, 20);
    environment.pass(1_000);
    door.onAsk(GUEST, BARE);
    assertThat(environment.takeSent()).contains(ANSWER);
  }

  static NodeId node(int number) {
    return new NodeId(Bytes.fromHex("%064x".formatted(number)));
  }

  private Door door(Audience audience) {
    return new Door(
        environment, HEADER, audience, GroupSettings.DEFAULT, 4, PASSES, Streams.PUBLISHER);
  }

  private static CastMessage admission() {
    return new Admission(STREAM, GroupSettings.DEFAULT, 4, PASSES.sign(GUEST, Streams.PUBLISHER));
  }
}
