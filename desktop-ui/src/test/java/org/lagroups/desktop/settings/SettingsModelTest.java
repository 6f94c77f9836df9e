package org.lagroups.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.link.LinkState;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.link.ScriptedApi.Request;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigEvents;
import org.lagroups.node.control.api.ConfigView;

class SettingsModelTest {

  private static final String GET = "GET /v1/config";
  private static final String PUT = "PUT /v1/config";
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Map<String, List<String>> unsaved = new HashMap<>();
  private final ScriptedApi api = new ScriptedApi().answer(GET, ConfigSamples.view());

  @Test
  void savesWhatIsChangedAndLeavesDefaultsOutOfTheFile() {
    api.answer(PUT, ConfigSamples.withPort("4700"));
    try (SettingsModel model = opened()) {
      want(model, "network.port", "4700");
      want(model, "name", "");
      want(model, "log.level", "debug");
      want(model, "log.level", "info");
      assertThat(model.changes().get()).isEqualTo(2);

      model.save();
      assertThat(model.saving().get()).isTrue();
      model.save();
      api.pass(SOON);

      assertThat(api.count(PUT)).as("nothing is saved twice").isOne();
      assertThat(body())
          .isEqualTo(new ConfigChange(Map.of("network.port", List.of("4700")), List.of("name")));
      assertThat(field(model, "network.port").view().get().pending()).isTrue();
      assertThat(field(model, "network.port").changed().get()).isFalse();
    }
    letsGo();
  }

  @Test
  void saysThatAllIsSavedUntilSomethingElseIsWanted() {
    api.answer(PUT, ConfigSamples.withPort("4700"));
    try (SettingsModel model = opened()) {
      want(model, "network.port", "4700");
      model.save();
      api.answer(GET, ConfigSamples.withPort("4700"));
      api.pass(SOON);
      api.tell(ConfigEvents.CHANGED, new ConfigEvents.Changed("x"));
      api.pass(SOON);
      assertThat(model.saved().get()).isTrue();
      want(model, "network.port", "4701");
      assertThat(model.saved().get()).isFalse();
    }
    letsGo();
  }

  @Test
  void tellsARefusalAtItsFieldAndAnyOtherBeside() {
    try (SettingsModel model = opened()) {
      want(model, "network.port", "70000");
      Problem wrong =
          new Problem("bad-setting", "network.port cannot be 70000", "to 65535", "network.port");
      refuse(model, wrong);
      assertThat(field(model, "network.port").refusal().get()).isEqualTo(wrong);
      assertThat(model.problem().get()).isNull();
      assertThat(field(model, "network.port").draft().get()).containsExactly("70000");

      want(model, "network.port", "7000");
      assertThat(field(model, "network.port").refusal().get()).isNull();
      Problem elsewhere = new Problem("bad-setting", "x.y is wrong", "", "x.y");
      refuse(model, elsewhere);
      assertThat(model.problem().get()).isEqualTo(elsewhere);
      api.tell(ConfigEvents.CHANGED, new ConfigEvents.Changed("x"));
      api.pass(SOON);
      assertThat(model.problem().get()).as("still there").isEqualTo(elsewhere);
      model.undo();
      assertThat(model.problem().get()).isNull();
      assertThat(model.changes().get()).isZero();
    }
    letsGo();
  }

  @Test
  void keepsWhatIsWantedWhenOthersChangeTheFileAndWhenThePlaceIsLeft() {
    try (SettingsModel model = opened()) {
      want(model, "name", "Alicia");
      api.answer(GET, ConfigSamples.withPort("9"));
      api.tell(ConfigEvents.CHANGED, new ConfigEvents.Changed("x"));
      api.pass(SOON);
      assertThat(field(model, "network.port").draft().get()).containsExactly("9");
      assertThat(field(model, "name").draft().get()).containsExactly("Alicia");
    }
    try (SettingsModel model = opened()) {
      assertThat(field(model, "name").draft().get()).containsExactly("Alicia");
      assertThat(model.changes().get()).isOne();
      model.undo();
    }
    assertThat(unsaved).isEmpty();
    letsGo();
  }

  @Test
  void saysThatTheFileIsWrongAndShowsItWhenItIsRepaired() {
    ConfigView.Problem wrong = new ConfigView.Problem("config.toml, line 2: x", "y");
    api.answer(GET, new ConfigView("/c", List.of(), wrong));
    try (SettingsModel model = opened()) {
      assertThat(model.problem().get()).isEqualTo(new Problem("config", wrong.message(), "y"));
      assertThat(model.fields()).isEmpty();
      api.answer(GET, ConfigSamples.view());
      api.tell(ConfigEvents.CHANGED, new ConfigEvents.Changed("x"));
      api.pass(SOON);
      assertThat(model.problem().get()).isNull();
      assertThat(model.fields()).hasSize(7);
    }
    letsGo();
  }

  @Test
  void staysAsItWasWhileTheNodeIsGone() {
    Problem gone = new Problem("not-running", "no node runs", "start it");
    api.answer(GET, gone);
    try (SettingsModel model = opened()) {
      assertThat(model.problem().get()).isEqualTo(gone);
      api.answer(GET, ConfigSamples.view());
      api.become(new LinkState.Connected(Samples.node()));
      api.pass(SOON);
      assertThat(model.problem().get()).isNull();
      want(model, "name", "Alicia");
      refuse(model, gone);
      assertThat(model.problem().get()).isEqualTo(gone);
      assertThat(model.changes().get()).isOne();
    }
    letsGo();
  }

  private void refuse(SettingsModel model, Problem why) {
    api.answer(PUT, why);
    model.save();
    api.pass(SOON);
    assertThat(model.saving().get()).isFalse();
  }

  private Object body() {
    Request saved =
        api.requests().stream().filter(one -> one.line().equals(PUT)).findFirst().orElseThrow();
    return Objects.requireNonNull(saved.body());
  }

  private SettingsModel opened() {
    SettingsModel model = new SettingsModel(api, unsaved);
    api.pass(SOON);
    return model;
  }

  private void letsGo() {
    assertThat(api.held()).isZero();
    assertThat(api.unasked()).isEmpty();
  }

  private static void want(SettingsModel model, String key, String value) {
    field(model, key).draft().set(List.of(value));
  }

  private static FieldModel field(SettingsModel model, String key) {
    return model.fields().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }
}
