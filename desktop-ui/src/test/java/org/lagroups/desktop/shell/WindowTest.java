package org.lagroups.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.node.control.api.GroupList;

class WindowTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()));
  private final Notices notices = new Notices();

  @Test
  void saysThatTheNodeIsGoneAndThatItIsBack() {
    inWindow(window -> {
      api.become(new LinkState.Lost("no node runs at /home/a", "start it: lag run"));
      assertThat(text(window, "link-state")).contains("no node runs at /home/a", "lag run");
      api.become(new LinkState.Connected(Samples.node()));
      assertThat(text(window, "link-state")).isEqualTo("Connected with Alice");
    });
  }

  @Test
  void showsTheLatestNoticeAndHowManyThereAreBesides() {
    inWindow(window -> {
      for (int i = 0; i < 5_000; i++) {
        notices.tell(new Problem("x", "problem " + i, ""));
      }
      assertThat(text(window, "notice")).isEqualTo("problem 4999");
      assertThat(text(window, "notice-more")).isEqualTo("4,999 more");
      assertThat(notices.all()).hasSize(Notices.MOST);
    });
  }

  @Test
  void aNoticeLeadsToThePlaceThatItIsAbout() {
    inWindow(window -> {
      notices.tell(Notices.Kind.NOTE, "nothing to see", "");
      assertThat(Fx.find(window.scene(), "notice-go", Button.class).isVisible()).isFalse();
      notices.tell(Notices.Kind.DONE, "Downloaded: a", "", Place.TRANSFERS);
      Button go = Fx.find(window.scene(), "notice-go", Button.class);
      assertThat(go.getText()).isEqualTo("Transfers");
      go.fire();
      assertThat(window.scene().lookup("#transfers-list")).isNotNull();
    });
  }

  @Test
  void everyPlaceOpensAndLetsGoOfAllItHeldWhenLeft() {
    inWindow(window -> {
      for (Place place : Screens.all().keySet()) {
        window.go(place);
        api.deliver();
      }
      window.close();
      assertThat(api.held()).isZero();
    });
  }

  @Test
  void asksBeforeANodeThatIsBusyEndsWithIt() {
    List<String> left = new ArrayList<>();
    api.answer(
        "GET /v1/share/downloads", new DownloadList(List.of(Samples.download(1, "a", "running"))));
    inWindow(window -> {
      window.askToLeave(() -> left.add("left"));
      api.deliver();
      assertThat(Fx.words(window.scene().lookup("#leave"))).contains("fetching one file");
      Fx.find(window.scene(), "leave-stay", Button.class).fire();
      assertThat(left).isEmpty();
      window.askToLeave(() -> left.add("left"));
      api.deliver();
      Fx.find(window.scene(), "leave-leave", Button.class).fire();
      assertThat(left).containsExactly("left");
    });
  }

  @Test
  void aDialogueAloneHasTheKeyboardAndGivesItBack() {
    inWindow(window -> {
      Scene scene = window.scene();
      window.go(Place.LIBRARY);
      Node before = scene.getFocusOwner();
      Fx.find(scene, "notice-all", Button.class).fire();
      assertThat(scene.lookup("#notices").isFocused()).isTrue();
      assertThat(scene.lookup("#library-path").isDisabled()).isTrue();
      press(scene, KeyCode.DIGIT1, true);
      assertThat(scene.lookup("#library-path")).isNotNull();
      press(scene, KeyCode.ESCAPE, false);
      assertThat(scene.lookup("#notices")).isNull();
      assertThat(scene.lookup("#library-path").isDisabled()).isFalse();
      assertThat(scene.getFocusOwner()).isEqualTo(before);
      press(scene, KeyCode.DIGIT1, true);
      assertThat(scene.lookup("#library-path")).isNull();
    });
  }

  @Test
  void everyPlaceHasTheKeyboardAtOnce() {
    inWindow(window -> {
      for (Place place : Screens.all().keySet()) {
        window.go(place);
        Node focused = window.scene().getFocusOwner();
        assertThat(focused).as("%s", place).isNotNull();
        assertThat(String.valueOf(focused.getId())).as("%s", place).doesNotStartWith("place-");
      }
    });
  }

  @Test
  void goingToAnotherPlaceTakesADialogueAway() {
    inWindow(window -> {
      Fx.find(window.scene(), "notice-all", Button.class).fire();
      window.go(Place.LIBRARY);
      assertThat(window.scene().lookup("#notices")).isNull();
      assertThat(window.scene().lookup("#library-path").isDisabled()).isFalse();
    });
  }

  private static void press(Scene scene, KeyCode code, boolean isShortcut) {
    Node at = scene.getFocusOwner();
    KeyEvent event =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, isShortcut, false, false);
    Event.fireEvent(at == null ? scene.getRoot() : at, event);
  }

  private void inWindow(Consumer<Window> test) {
    Fx.run(() -> {
      Window window = new Window(api, notices, new WindowSettings(), TestWindow.NO_OPENER);
      Stage stage = new Stage();
      stage.setScene(window.scene());
      stage.show();
      try {
        api.deliver();
        test.accept(window);
      } finally {
        window.close();
        stage.close();
      }
    });
  }

  private static String text(Window window, String id) {
    return Fx.find(window.scene(), id, Label.class).getText();
  }
}
