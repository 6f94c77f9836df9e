package org.lagroups.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.InvitationCreated;

class PeopleScreenTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", GroupSamples.list())
          .answer(GroupSamples.PATH, GroupSamples.view("Bob"))
          .answer(
              "POST /v1/groups/" + Samples.group(1) + "/invitations",
              new InvitationCreated(Samples.group(1), "lag:join:" + "ABCD".repeat(60), 1L << 40))
          .answer("POST /v1/groups/" + Samples.group(1) + "/bans", Done.DONE);
  private final WindowSettings settings = new WindowSettings();
  private Window window = Fx.ask(() -> open());
  private Stage stage = Fx.ask(() -> show());

  @AfterEach
  void close() {
    Fx.run(() -> {
      window.close();
      stage.close();
    });
  }

  @Test
  void showsWhyAMemberIsNotTrusted() {
    Fx.run(() -> {
      Fx.find(window.scene(), "people-list", ListView.class).getSelectionModel().select(3);
      String words = Fx.words(window.scene().lookup("#people-tests"));
      assertThat(words).contains("It fails: too slow: 2,000 ms", "✗ latency");
      assertThat(Fx.words(window.scene().lookup("#people-robust"))).contains("it needs 2 each way");
    });
    Fx.screenshot(window.scene(), "people");
    Fx.run(() -> settings.appearance().set(WindowSettings.Appearance.DARK));
    Fx.screenshot(window.scene(), "people-dark");
  }

  @Test
  void showsTheGraphAndWhatLeadsFromOneToAnother() {
    String pair = "?from=" + Samples.id(2) + "&to=" + Samples.id(4);
    api.answer(
            GroupSamples.PATH + "/paths" + pair,
            new Paths(
                Samples.id(2).toString(),
                Samples.id(4).toString(),
                1,
                List.of(
                    List.of(
                        Samples.id(2).toString(),
                        Samples.id(3).toString(),
                        Samples.id(4).toString())),
                null))
        .answer(
            GroupSamples.PATH + "/cut" + pair,
            new Cut("", "", 1, List.of(Samples.id(3).toString())));
    Fx.run(
        () -> Fx.find(window.scene(), "people-tabs", TabPane.class).getSelectionModel().select(1));
    Fx.run(() -> {
      mark(1);
      mark(3);
      api.deliver();
    });
    Fx.await(
        "all has found its place",
        () -> Fx.find(window.scene(), "people-graph", GraphView.class).isStill());
    Fx.run(() ->
        assertThat(Fx.words(window.scene().lookup("#people-findings")))
            .contains("One path", "They all depend on one member: Carol"));
    Fx.screenshot(window.scene(), "people-graph");
    Fx.run(() -> settings.appearance().set(WindowSettings.Appearance.DARK));
    Fx.screenshot(window.scene(), "people-graph-dark");
  }

  @Test
  void theGraphIsReachedByTheKeyboardAlone() {
    Fx.run(() -> {
      Fx.find(window.scene(), "people-tabs", TabPane.class).getSelectionModel().select(1);
      Fx.find(window.scene(), "people-graph", GraphView.class).requestFocus();
    });
    Fx.await(
        "all has found its place",
        () -> Fx.find(window.scene(), "people-graph", GraphView.class).isStill());
    Fx.press(KeyCode.ENTER);
    Fx.press(KeyCode.PLUS);
    Fx.press(KeyCode.SHIFT, KeyCode.LEFT);
    Fx.press(KeyCode.DIGIT0);
    Fx.run(
        () -> assertThat(Fx.words(window.scene().lookup("#people-findings"))).contains("to whom?"));
  }

  private void mark(int row) {
    Fx.find(window.scene(), "people-list", ListView.class).getSelectionModel().select(row);
    Fx.find(window.scene(), "people-mark", Button.class).fire();
  }

  @Test
  void invitesWithALinkAndAPicture() {
    Fx.run(() -> {
      press("people-invite");
      press("invite-make");
      api.deliver();
    });
    Fx.screenshot(window.scene(), "people-invite");
    Fx.run(() -> assertThat(window.scene().lookup("#invite-qr")).isNotNull());
  }

  @Test
  void bansWithTheReasonThatWasChosen() {
    Fx.run(() -> {
      Fx.find(window.scene(), "people-list", ListView.class).getSelectionModel().select(1);
      press("people-ban");
    });
    Fx.screenshot(window.scene(), "people-ban");
    Fx.run(() -> {
      press("ban-go");
      api.deliver();
      assertThat(api.count("POST /v1/groups/" + Samples.group(1) + "/bans")).isOne();
      assertThat(api.unasked()).isEmpty();
    });
  }

  private void press(String id) {
    window.scene().getRoot().applyCss();
    window.scene().getRoot().layout();
    Fx.find(window.scene(), id, Button.class).fire();
  }

  private Window open() {
    Window opened =
        new Window(
            api,
            new Notices(),
            settings,
            new Opener() {
              @Override
              public void reveal(String file) {}

              @Override
              public void play(URI address) {}
            });
    opened.go(Place.PEOPLE);
    return opened;
  }

  private Stage show() {
    Stage shown = new Stage();
    shown.setScene(window.scene());
    shown.show();
    api.deliver();
    return shown;
  }
}
