package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.Contact;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.machine.Bytes;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.invitation.InvitationLink;

class ActionsModelTest {

  private static final String LEAVE = "DELETE /v1/groups/" + Samples.group(1);
  private static final String LINK =
      new InvitationLink(
              Samples.group(1),
              GroupSettings.DEFAULT,
              new Contact(Samples.id(2), List.of()),
              Bytes.copyOf(new byte[InvitationLink.TOKEN_BYTES]),
              1_000_000)
          .text();

  private final ScriptedApi api =
      new ScriptedApi().answer("GET /v1/groups", new GroupList(List.of())).answer(LEAVE, Done.DONE);

  @Test
  void aRefusalIsHeldWithItsHintUntilTheNextThingIsAsked() {
    Problem expired = new Problem("expired-link", "this invitation has expired", "ask for another");
    api.answer("POST /v1/join", expired);
    try (ActionsModel actions = new ActionsModel(api)) {
      actions.join(LINK, _ -> {});
      assertThat(actions.busy().get()).isTrue();
      api.deliver();
      assertThat(actions.refused().get()).isEqualTo(expired);
      assertThat(actions.busy().get()).isFalse();
      api.answer("POST /v1/join", new GroupJoined(Samples.group(1), Samples.id(2)));
      List<Object> joined = new ArrayList<>();
      actions.join(LINK, joined::add);
      api.deliver();
      assertThat(joined).containsExactly(Samples.group(1));
      assertThat(actions.refused().get()).isNull();
    }
  }

  @Test
  void whoCancelsAJoinIsNoMemberAfterwards() {
    try (ActionsModel actions = new ActionsModel(api)) {
      api.answer(
          "POST /v1/join",
          _ -> {
            actions.cancelJoin();
            return new GroupJoined(Samples.group(1), Samples.id(2));
          });
      List<Object> joined = new ArrayList<>();
      actions.join(LINK, joined::add);
      api.deliver();
      assertThat(api.count(LEAVE)).isOne();
      assertThat(joined).isEmpty();
      assertThat(actions.busy().get()).isFalse();
      assertThat(api.unasked()).isEmpty();
    }
  }

  @Test
  void cancellingLeavesNoGroupThatThisNodeWasInBefore() {
    api.answer("GET /v1/groups", GroupSamples.list());
    try (ActionsModel actions = new ActionsModel(api)) {
      api.answer(
          "POST /v1/join",
          _ -> {
            actions.cancelJoin();
            return new Problem("already-member", "this node belongs to the group already", "");
          });
      actions.join(LINK, _ -> {});
      api.deliver();
      assertThat(api.count(LEAVE)).isZero();
    }
  }

  @Test
  void aRuleThatCannotBeMeantIsRefusedBeforeTheNodeIsAsked() {
    try (ActionsModel actions = new ActionsModel(api)) {
      for (String typed : List.of("sometimes", "0", "64", "third/", "9".repeat(10_000))) {
        List<Problem> wrong = new ArrayList<>();
        actions.create(60_000, 64, typed, wrong::add, _ -> {});
        assertThat(wrong).as("%s", typed).hasSize(1);
        assertThat(wrong.getFirst().message()).isNotEmpty();
      }
      assertThat(api.requests()).isEmpty();
    }
  }

  @Test
  void nothingComesAfterItsEnd() {
    List<Object> done = new ArrayList<>();
    ActionsModel actions = new ActionsModel(api);
    actions.leave(Samples.group(1), () -> done.add(1));
    actions.close();
    api.deliver();
    assertThat(done).isEmpty();
    assertThat(api.held()).isZero();
  }
}
