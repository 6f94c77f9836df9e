package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.people.MemberLine.Robust.Kind;
import org.lagroups.desktop.people.MemberLine.Role;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupList;

class PeopleModelTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/groups", GroupSamples.list())
          .answer(GroupSamples.PATH, GroupSamples.view("Bob"));

  @Test
  void tellsOfEachMemberHowItStandsAndWhy() {
    try (PeopleModel model = new PeopleModel(api, new Directory())) {
      api.deliver();
      assertThat(model.members())
          .extracting(MemberLine::role)
          .containsExactly(Role.YOU, Role.MEMBER, Role.MEMBER, Role.MEMBER, Role.OUTSIDE);
      MemberLine dave = model.members().get(3);
      assertThat(dave.name()).isEqualTo("Dave");
      assertThat(dave.attesters()).containsExactly("Carol");
      assertThat(dave.youAttest()).isFalse();
      assertThat(dave.robust()).isEqualTo(new MemberLine.Robust(Kind.NOT, 1, 0, 2));
      assertThat(dave.tested().orElseThrow().reason().code()).isEqualTo("too-slow");
      assertThat(model.members().get(4).ban()).isNotNull();
    }
  }

  @Test
  void changesOnlyTheLinesThatDifferAndKeepsTheChoice() {
    try (PeopleModel model = new PeopleModel(api, new Directory())) {
      api.deliver();
      model.chosen().set(Samples.id(3));
      int[] changes = new int[1];
      model
          .members()
          .addListener(
              (ListChangeListener<MemberLine>)
                  change -> {
                    while (change.next()) {
                      changes[0] += change.getAddedSize() + change.getRemovedSize();
                    }
                  });
      api.answer(GroupSamples.PATH, GroupSamples.view("Bobby"));
      api.tell(GroupEvents.ATTESTATION_GAINED, new GroupList(List.of()));
      api.pass(Duration.ofSeconds(1));
      assertThat(model.members().get(1).name()).isEqualTo("Bobby");
      // Bob's own line, and those of Alice and Carol, who vouch for Bob: one out and one in each.
      assertThat(changes[0]).isEqualTo(6);
      assertThat(Objects.requireNonNull(model.chosenLine()).name()).isEqualTo("Carol");
    }
  }

  @Test
  void strangersNamesAreMadeSafeToShow() {
    api.answer(GroupSamples.PATH, GroupSamples.view("evil\u202egpj.exe\n" + "x".repeat(5_000)));
    try (PeopleModel model = new PeopleModel(api, new Directory())) {
      api.deliver();
      assertThat(model.members())
          .allSatisfy(line -> {
            assertThat(line.name()).doesNotContain("\u202e", "\n");
            assertThat(line.name().length()).isLessThanOrEqualTo(45);
          });
    }
  }

  @Test
  void aGroupThatWasLeftIsNotLookedAtAnyMore() {
    try (PeopleModel model = new PeopleModel(api, new Directory())) {
      api.deliver();
      api.answer("GET /v1/groups", new GroupList(List.of()));
      api.tell(GroupEvents.LEFT, new GroupList(List.of()));
      api.pass(Duration.ofSeconds(1));
      assertThat(model.group().get()).isNull();
      assertThat(model.members()).isEmpty();
    }
  }

  @Test
  void holdsWhatItHasWhileTheNodeIsGoneAndNothingAfterItsEnd() {
    PeopleModel model = new PeopleModel(api, new Directory());
    api.deliver();
    Problem gone = new Problem("not-running", "no node runs", "");
    api.answer("GET /v1/groups", gone).answer(GroupSamples.PATH, gone);
    api.pass(Duration.ofSeconds(10));
    assertThat(model.members()).hasSize(5);
    model.close();
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }
}
