package org.lagroups.desktop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.wormguard.api.EvidenceView;
import org.lagroups.wormguard.api.GuardAlerts;
import org.lagroups.wormguard.api.GuardRun;
import org.lagroups.wormguard.api.Reasons;
import org.lagroups.wormguard.api.SignatureList;

class GuardScreenTest {

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer(
              GuardSamples.SIGNATURES,
              new SignatureList(
                  List.of(
                      GuardSamples.signature(1, "enforced", "endorsed"),
                      GuardSamples.signature(
                          2, "offered", "undecided", "3 of 1,000 ordinary payloads", "slow mole"),
                      GuardSamples.signature(
                          3, "doubted", "doubted", "2 of 900 ordinary payloads match", "greedy"),
                      GuardSamples.signature(4, "refuted", "refuted", "no match", "false one"))))
          .answer(GuardSamples.RULES, GuardSamples.rules(false, List.of(GuardSamples.id(2))))
          .answer(
              "POST /v1/guard/signatures/" + GuardSamples.id(1) + "/withdraw",
              new Problem(
                  "not-offered", "the group does not know of it yet", "see: lag guard sigs"))
          .answer(
              "PUT /v1/guard/rules/entry",
              new Problem("bad-address", "neither the ID of a signature nor an address", ""));
  private final WindowSettings settings = new WindowSettings();

  @Test
  void showsASignatureWithAllThatIsKnownOfIt() {
    inWindow(scene -> {
      Fx.run(() -> {
        assertThat(Fx.find(scene, "guard-title", Label.class).getText()).isEqualTo("worm number 1");
        assertThat(Fx.find(scene, "guard-state", Label.class).getText())
            .isEqualTo("Enforced · 2 vouch for it, 3 are needed");
        assertThat(Fx.find(scene, "guard-meaning", Label.class).getText())
            .contains("If nobody vouches anew, that ends in 2");
        assertThat(Fx.words(scene.lookup("#guard-endorsers")))
            .contains("you do not count on that word");
      });
      Fx.screenshot(scene, "guard");
      Fx.run(() -> {
        Fx.find(scene, "guard-list", ListView.class).getSelectionModel().select(3);
        settings.appearance().set(Appearance.DARK);
      });
      Fx.screenshot(scene, "guard-dark");
      Fx.run(() -> {
        assertThat(Fx.words(scene.lookup("#guard-refuters"))).contains("matches ordinary traffic");
        assertThat(Fx.find(scene, "guard-withdraw", Button.class).isDisabled()).isTrue();
      });
    });
  }

  @Test
  void saysWhyAndWhereItWasRefused() {
    inWindow(scene -> {
      Fx.run(() -> Fx.find(scene, "guard-withdraw", Button.class).fire());
      Fx.run(() -> {
        Fx.find(scene, "guard-refute-reason", TextField.class).setText("x".repeat(200));
        Fx.find(scene, "guard-refute-do", Button.class).fire();
        api.deliver();
      });
      assertThat(text(scene, "guard-refute-refusal"))
          .contains("does not know of it yet", "lag guard sigs");
      Fx.screenshot(scene, "guard-withdraw");
      Fx.run(() -> Fx.find(scene, "guard-refute-cancel", Button.class).fire());
      Fx.run(() -> Fx.find(scene, "guard-addresses", Button.class).fire());
      Fx.run(() -> {
        assertThat(Fx.find(scene, "guard-address-list", ListView.class).getItems().size())
            .isEqualTo(2);
        Fx.find(scene, "guard-address-text", TextField.class).setText("nonsense");
        Fx.find(scene, "guard-address-do", Button.class).fire();
        api.deliver();
      });
      assertThat(text(scene, "guard-address-refusal")).contains("nor an address");
      Fx.screenshot(scene, "guard-addresses");
      Fx.run(() -> Fx.find(scene, "guard-address-cancel", Button.class).fire());
      Fx.run(() -> Fx.find(scene, "guard-trust", Button.class).fire());
      Fx.screenshot(scene, "guard-trust");
    });
  }

  @Test
  void showsThePayloadsThatASignatureStandsOnWithoutWhatTheyMightSay() {
    api.answer(
        "GET /v1/guard/signatures/" + GuardSamples.id(1) + "/evidence",
        new EvidenceView(
            GuardSamples.id(1),
            1_200,
            40,
            900,
            3,
            1_000,
            2_000,
            List.of(
                new EvidenceView.Sample(
                    4, "tcp", 51_000, 445, "to-server", true, "90906e6572740de280ae41"))));
    inWindow(scene -> {
      Fx.run(() -> {
        Fx.find(scene, "guard-see-evidence", Button.class).fire();
        api.deliver();
        assertThat(Fx.find(scene, "guard-evidence-counts", Label.class).getText())
            .contains("1,200 packets from about 40 addresses to about 900");
        assertThat(Fx.find(scene, "guard-evidence-lines", ListView.class).getItems().toString())
            .contains("Sample 1 of 1: tcp, port 51000 to 445", "90 90 6e 65 72 74", "..nert....A");
      });
      Fx.screenshot(scene, "guard-evidence");
    });
  }

  @Test
  void aLateAnswerLeavesAnotherDialogueOpenAndALateRefusalBecomesANotice() {
    inWindow(scene ->
        Fx.run(() -> {
          Fx.find(scene, "guard-withdraw", Button.class).fire();
          Fx.find(scene, "guard-refute-do", Button.class).fire();
          Fx.find(scene, "guard-refute-cancel", Button.class).fire();
          Fx.find(scene, "guard-addresses", Button.class).fire();
          api.deliver();
          assertThat(scene.lookup("#guard-address-list")).isNotNull();
          assertThat(Fx.find(scene, "notice", Label.class).getText())
              .contains("does not know of it yet");
        }));
  }

  @Test
  void showsWhatTheGatewayDoesAndTells() {
    List<Reasons.OfPacket> alerts =
        List.of(
            GatewaySamples.alert(3, "a\u202eworm"),
            GatewaySamples.alert(2, "<b>bold</b> " + "x".repeat(3_000)),
            GatewaySamples.alert(1, "slow mole"));
    AtomicLong frames = new AtomicLong();
    api.answer(
            "GET " + GuardRun.STATS,
            _ -> {
              long now = frames.addAndGet(1_000 + 400 * (frames.get() % 7));
              return GatewaySamples.stats(now, now * 900, 3, List.of("1000001"));
            })
        .answer("GET " + GuardRun.ALERTS + "?after=0", new GuardAlerts(3, 0, alerts))
        .answer("GET " + GuardRun.ALERTS + "?after=3", new GuardAlerts(3, 0, List.of()))
        .answer(
            "POST " + GuardRun.WHY,
            new Reasons(
                "3",
                List.of(
                    new Reasons.OfRule(
                        "1000001", "a worm", "drop", true, Map.of("blocked", 1_234L))),
                alerts));
    inWindow(scene -> {
      Fx.run(() -> {
        Fx.find(scene, "guard-tabs", TabPane.class).getSelectionModel().select(1);
        api.deliver();
      });
      for (int i = 0; i < 30; i++) {
        Fx.run(() -> api.pass(Duration.ofSeconds(1)));
      }
      Fx.run(() -> {
        TableView<?> table = Fx.find(scene, "guard-alerts", TableView.class);
        Fx.find(scene, "guard-filter", TextField.class).setText("  MOLE tcp ");
        assertThat(table.getItems().size()).isEqualTo(1);
        Fx.find(scene, "guard-filter", TextField.class).setText("");
        assertThat(table.getItems().size()).isEqualTo(3);
        table.getSelectionModel().select(0);
        assertThat(Fx.words(scene.lookup("#guard-suspended"))).contains("1000001");
      });
      Fx.screenshot(scene, "guard-gateway");
      Fx.run(() -> {
        Fx.find(scene, "guard-why", Button.class).fire();
        api.deliver();
      });
      Fx.screenshot(scene, "guard-why");
      Fx.run(() ->
          assertThat(Fx.find(scene, "guard-why-lines", ListView.class).getItems().toString())
              .contains("a worm", "1,234"));
    });
  }

  @Test
  void showsWhatTheNodeHoldsWhenAChangeIsRefused() {
    inWindow(scene -> {
      Fx.run(() -> {
        Fx.find(scene, "guard-dry-run-all", CheckBox.class).fire();
        api.deliver();
        assertThat(Fx.find(scene, "guard-dry-run-all", CheckBox.class).isSelected()).isFalse();
        Fx.find(scene, "guard-dry-run", CheckBox.class).fire();
        api.deliver();
        assertThat(Fx.find(scene, "guard-dry-run", CheckBox.class).isSelected()).isFalse();
      });
    });
  }

  private static String text(Scene scene, String id) {
    return Fx.ask(() -> Objects.requireNonNull(Fx.find(scene, id, Label.class).getText()));
  }

  private void inWindow(Consumer<Scene> test) {
    settings.place().set(Place.GUARD);
    TestWindow.show(api, settings, TestWindow.NO_OPENER, test);
  }
}
