package org.lagroups.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GroupList;

class SearchScreenTest {

  private static final String BEGIN = "POST /v1/share/searches";

  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()));

  @Test
  void showsResultsAndWhoStandsBehindTheOneThatIsChosen() {
    NodeId bob = Samples.id(2);
    List<List<String>> paths = new ArrayList<>();
    paths.add(List.of(Samples.id(1).toString(), bob.toString()));
    paths.add(List.of(Samples.id(1).toString(), Samples.id(3).toString(), bob.toString()));
    api.answer(
        "GET /v1/groups/%s/paths?to=%s".formatted(ShareSamples.GROUP, bob),
        new Paths(Samples.id(1).toString(), bob.toString(), 2, paths, null));
    api.answer(
        BEGIN,
        ShareSamples.search(
            7,
            true,
            List.of(
                ShareSamples.hit(1, "attestation groups.pdf", 2),
                ShareSamples.hit(2, "fdp.\u202egpj<b>bold</b>_mnemonic\n" + "x".repeat(5_000), 1),
                ShareSamples.hit(3, "song of trust.flac", "audio/flac", 3, "good"),
                ShareSamples.own(4, "notes on trust.txt"))));
    inWindow((scene, table) -> {
      Fx.run(() -> Fx.find(scene, "search-words", TextField.class).setText("trust"));
      pass();
      Fx.screenshot(scene, "search-results");
      Fx.press(KeyCode.DOWN);
      pass();
      Fx.screenshot(scene, "search-details");
      assertThat(Fx.ask(() -> Fx.words(scene.lookup("#search-details"))))
          .contains("attestation groups.pdf", "2 chains of friends");
      Fx.press(KeyCode.ENTER);
      assertThat(Fx.ask(() -> String.valueOf(scene.getFocusOwner().getId())))
          .isEqualTo("search-fetch");
      Fx.press(KeyCode.ESCAPE);
      assertThat(Fx.ask(() -> String.valueOf(scene.getFocusOwner().getId())))
          .isEqualTo("search-words");
      String hostile =
          Fx.ask(() ->
              table.lookupAll(".table-cell").stream()
                  .map(Labeled.class::cast)
                  .map(cell -> Objects.requireNonNullElse(cell.getText(), ""))
                  .collect(Collectors.joining(" ")));
      assertThat(hostile).doesNotContain("\u202e").contains("<b>bold</b>_mnemonic");
      assertThat(hostile.length()).isLessThan(2_000);
    });
  }

  @Test
  void aHundredThousandResultsNeedOnlyTheRowsThatAreSeen() {
    Stage stage = Fx.ask(Stage::new);
    HitTable table =
        Fx.ask(() -> {
          HitTable made =
              new HitTable(
                  FXCollections.observableArrayList(ShareSamples.many(100_000)),
                  () -> 2,
                  new SimpleDoubleProperty(1));
          stage.setScene(new Scene(made, 900, 600));
          stage.show();
          return made;
        });
    long begun = System.nanoTime();
    for (int row = 0; row < 100_000; row += 1_000) {
      int to = row;
      Fx.run(() -> {
        table.scrollTo(to);
        table.layout();
      });
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    assertThat(Fx.ask(() -> table.lookupAll(".table-row-cell").size())).isBetween(5, 100);
    Fx.run(stage::close);
  }

  private void pass() {
    Fx.run(() -> api.pass(Duration.ofSeconds(1)));
  }

  @SuppressWarnings("unchecked") // the one table of the place
  private void inWindow(BiConsumer<Scene, TableView<HitView>> test) {
    WindowSettings settings = new WindowSettings();
    settings.place().set(Place.SEARCH);
    settings.appearance().set(Appearance.DARK);
    TestWindow.show(
        api,
        settings,
        TestWindow.NO_OPENER,
        scene -> test.accept(scene, Fx.ask(() -> Fx.find(scene, "search-hits", TableView.class))));
  }
}
