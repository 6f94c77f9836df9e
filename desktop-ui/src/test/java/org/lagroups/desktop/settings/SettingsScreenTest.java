package org.lagroups.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.GroupList;

class SettingsScreenTest {

  private final WindowSettings settings = new WindowSettings();
  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer(
              "GET /v1/config",
              ConfigSamples.with(
                  ConfigSamples.setting(
                      "new\u202e<b>.key", "text", List.of("x"), true, List.of(""), List.of())));

  @Test
  void changesSettingsOfEveryKindAndTellsWhatWasRefusedWhereItIs() {
    inWindow(scene -> {
      Fx.run(() -> {
        Fx.find(scene, "settings-network-port", TextField.class).setText(" 70000 ");
        Fx.find(scene, "settings-network-advertise", TextArea.class)
            .setText("a.example\n\n b:1 \n");
        Fx.find(scene, "settings-tests-battery-answers", CheckBox.class).fire();
        choice(scene, "settings-log-level").setValue("debug");
      });
      assertThat(words(scene, "settings-state")).contains("4 settings are changed");
      assertThat(isShown(scene, "settings-network-port-changed")).isTrue();
      assertThat(isShown(scene, "settings-name-changed")).isFalse();
      api.answer(
          "PUT /v1/config",
          new Problem("bad-setting", "network.port cannot be 70000", "0 to 65535", "network.port"));
      Fx.press(KeyCode.CONTROL, KeyCode.S);
      pass();
      assertThat(words(scene, "settings-network-port-refusal"))
          .isEqualTo("network.port cannot be 70000: 0 to 65535");
      assertThat(api.requests().getLast().body())
          .isEqualTo(
              new ConfigChange(
                  Map.of(
                      "network.port", List.of("70000"),
                      "network.advertise", List.of("a.example", "b:1"),
                      "tests.battery", ConfigSamples.TESTS,
                      "log.level", List.of("debug")),
                  List.of()));
      assertThat(words(scene, "settings-state")).contains("one setting was refused");
      assertThat(Fx.ask(() -> String.valueOf(scene.getFocusOwner().getId())))
          .as("the person is brought to it")
          .isEqualTo("settings-network-port");
      Fx.screenshot(scene, "settings");
      Fx.run(() -> Fx.find(scene, "settings-network-advertise", TextArea.class).requestFocus());
      Fx.press(KeyCode.TAB);
      assertThat(Fx.ask(() -> String.valueOf(scene.getFocusOwner().getId())))
          .isEqualTo("settings-network-advertise-standard");
      Fx.run(() -> Fx.find(scene, "settings-undo", Button.class).fire());
      assertThat(words(scene, "settings-state")).isEqualTo("Nothing is changed.");
      assertThat(Fx.ask(() -> Fx.find(scene, "settings-network-port", TextField.class).getText()))
          .isEqualTo("0");
    });
  }

  @Test
  void tellsWithWhatTheNodeRunsUntilItsNextStart() {
    api.answer("PUT /v1/config", ConfigSamples.withPort("4700"));
    inWindow(scene -> {
      Fx.run(() -> Fx.find(scene, "settings-network-port", TextField.class).setText("4700"));
      Fx.run(() -> Fx.find(scene, "settings-save", Button.class).fire());
      pass();
      assertThat(words(scene, "settings-state")).contains("holds from the next start");
      assertThat(words(scene, "settings-network-port-running")).contains("runs with 0");
      Fx.run(() -> Fx.find(scene, "settings-network-port-standard", Button.class).fire());
      assertThat(words(scene, "settings-state")).contains("One setting is changed");
    });
  }

  @Test
  void changesHowTheWindowLooksAtOnceAndSaysWhyThereAreNoKeysToCopy() {
    inWindow(scene -> {
      Fx.run(() -> {
        Fx.find(scene, "settings-look-dark", RadioButton.class).fire();
        choice(scene, "settings-scale").setValue(115);
      });
      assertThat(settings.appearance().get()).isEqualTo(Appearance.DARK);
      assertThat(settings.scale().get()).isEqualTo(1.15);
      assertThat(words(scene, "settings-keys")).contains("does not know its home");
      Fx.run(
          () -> ((ScrollPane) Objects.requireNonNull(scene.lookup(".scroll-pane"))).setVvalue(1));
      Fx.screenshot(scene, "settings-dark");
      Fx.run(() -> Fx.find(scene, "settings-look-light", RadioButton.class).fire());
    });
  }

  @SuppressWarnings("unchecked") // a test knows what is in each
  private static <T> ChoiceBox<T> choice(Scene scene, String id) {
    return Fx.find(scene, id, ChoiceBox.class);
  }

  private static String words(Scene scene, String id) {
    return Fx.ask(() -> Fx.words(scene.lookup("#" + id)));
  }

  private static boolean isShown(Scene scene, String id) {
    return Fx.ask(() -> Fx.find(scene, id, Label.class).isVisible());
  }

  private void pass() {
    Fx.run(() -> api.pass(Duration.ofSeconds(1)));
  }

  private void inWindow(Consumer<Scene> test) {
    settings.place().set(Place.SETTINGS);
    settings.appearance().set(Appearance.LIGHT);
    TestWindow.show(api, settings, TestWindow.NO_OPENER, test);
    assertThat(api.unasked()).isEmpty();
  }
}
