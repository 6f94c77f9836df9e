package org.lagroups.desktop.firstrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.firstrun.FirstRunModel.Step;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupJoined;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.InvitationCreated;

class FirstRunModelTest {

  private static final String INVITATIONS = "POST /v1/groups/" + Samples.group(1) + "/invitations";

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer("POST /v1/groups", new GroupCreated(Samples.group(1)))
          .answer(INVITATIONS, new InvitationCreated(Samples.group(1), "lag:invitation", 0))
          .answer("POST /v1/join", new GroupJoined(Samples.group(2), Samples.id(2)))
          .answer("POST /v1/share/folders", folder());

  @AfterEach
  void nothingIsHeld() {
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  @Test
  void aNodeThatWasThereStartsByItselfAndNothingIsAsked() {
    ScriptedNode node = new ScriptedNode(false);
    try (FirstRunModel model = new FirstRunModel(api, node)) {
      assertThat(model.step().get()).isEqualTo(Step.STARTING);
      assertThat(model.isBusy().get()).isTrue();
      node.started();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
    }
    assertThat(node.starts()).containsExactly("/");
  }

  @Test
  void asksForThePassphraseUntilItIsRight() {
    ScriptedNode node = new ScriptedNode(false);
    try (FirstRunModel model = new FirstRunModel(api, node)) {
      node.failed(OwnNode.PASSPHRASE);
      assertThat(model.step().get()).isEqualTo(Step.PASSPHRASE);
      model.passphrase("wrong".toCharArray());
      node.failed(OwnNode.PASSPHRASE);
      assertThat(model.problem().get()).isNotNull();
      model.passphrase("right".toCharArray());
      node.started();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
    }
    assertThat(node.starts()).containsExactly("/", "/wrong", "/right");
  }

  @Test
  void saysWhyTheNodeDoesNotStartAndTriesAgain() {
    ScriptedNode node = new ScriptedNode(false);
    try (FirstRunModel model = new FirstRunModel(api, node)) {
      node.failed("in-use");
      assertThat(model.step().get()).isEqualTo(Step.FAILED);
      assertThat(model.problem().get())
          .isEqualTo(new Problem("in-use", "it is in-use", "do something"));
      model.again();
      assertThat(model.problem().get()).isNull();
      node.started();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
    }
  }

  @Test
  void aNameThatIsRefusedIsAskedForAgain() {
    ScriptedNode node = new ScriptedNode(true);
    try (FirstRunModel model = new FirstRunModel(api, node)) {
      model.name("  much too long ");
      node.failed(OwnNode.CONFIG);
      assertThat(model.step().get()).isEqualTo(Step.NAME);
      assertThat(model.problem().get()).isNotNull();
    }
    assertThat(node.starts()).containsExactly("much too long/");
  }

  @Test
  void invitesIntoANewGroupAndSharesTheFolderWithIt() {
    try (FirstRunModel model = started()) {
      model.invite();
      api.deliver();
      assertThat(model.invitation().get()).isEqualTo("lag:invitation");
      model.invite();
      api.deliver();
      assertThat(api.count("POST /v1/groups")).isOne();
      model.next();
      model.share(" /home/a/music ");
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
      assertThat(api.requests().getLast().body())
          .isEqualTo(new AddFolder("/home/a/music", List.of(Samples.group(1))));
    }
  }

  @Test
  void sharesTheFolderWithTheGroupThatWasJoined() {
    try (FirstRunModel model = started()) {
      model.join("lag:link\n");
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.FOLDER);
      model.share("/music");
      api.deliver();
      assertThat(api.requests().getLast().body())
          .isEqualTo(new AddFolder("/music", List.of(Samples.group(2))));
    }
  }

  @Test
  void aRefusedLinkAndAFolderThatIsNotThereAreToldAndCanBeTriedAgain() {
    api.answer(
        "POST /v1/join", new Problem("expired", "the invitation has expired", "ask for another"));
    api.answer("POST /v1/share/folders", new Problem("not-found", "no such folder", ""));
    try (FirstRunModel model = started()) {
      model.join("lag:old");
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.FRIENDS);
      assertThat(model.problem().get()).extracting(Problem::code).isEqualTo("expired");
      model.next();
      assertThat(model.problem().get()).isNull();
      model.share("/nowhere");
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.FOLDER);
      assertThat(model.problem().get()).isNotNull();
      api.answer("POST /v1/share/folders", folder());
      model.share("/music");
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
    }
  }

  @Test
  void goesBackAndSkipsAndWaitsForNothingThatWasLeft() {
    try (FirstRunModel model = started()) {
      model.join("lag:slow");
      assertThat(model.isBusy().get()).isTrue();
      model.invite(); // one thing at a time
      model.back();
      assertThat(model.step().get()).isEqualTo(Step.NAME);
      assertThat(model.isBusy().get()).isFalse();
      api.deliver();
      assertThat(model.step().get()).isEqualTo(Step.NAME);
      assertThat(api.count("POST /v1/groups")).isZero();
    }
    try (FirstRunModel model = started()) {
      model.next();
      model.back();
      assertThat(model.step().get()).isEqualTo(Step.FRIENDS);
      model.next();
      model.next();
      assertThat(model.step().get()).isEqualTo(Step.DONE);
    }
  }

  private FirstRunModel started() {
    ScriptedNode node = new ScriptedNode(true);
    FirstRunModel model = new FirstRunModel(api, node);
    assertThat(model.step().get()).isEqualTo(Step.NAME);
    model.next();
    node.started();
    assertThat(model.step().get()).isEqualTo(Step.FRIENDS);
    return model;
  }

  private static FolderView folder() {
    return new FolderView(
        1, "/music", List.of(), "waiting", 0, 0, 0, 0, 0, 0, -1, 0, List.of(), 0, 0);
  }
}
