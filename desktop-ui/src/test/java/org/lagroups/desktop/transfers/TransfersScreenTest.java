package org.lagroups.desktop.transfers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupList;

class TransfersScreenTest {

  private static final String DOWNLOADS = "/v1/share/downloads";

  private final List<String> revealed = new ArrayList<>();
  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer(
              "GET " + DOWNLOADS,
              new DownloadList(
                  List.of(
                      ShareSamples.download(4, "film.mkv", "running", 1_500_000, null),
                      ShareSamples.download(3, "a\u202e<i>b</i>\n", "waiting", 400_000, null),
                      ShareSamples.download(
                          2, "big.iso", "failed", 2_000_000, "the disk of /home is full"),
                      ShareSamples.download(1, "paper.pdf", "done", 4_000_000, null))))
          .answer("POST /v1/share/verdicts", new VerdictList(List.of()))
          .answer("DELETE " + DOWNLOADS + "/4", new Done(true));

  @Test
  void showsHowFarEachIsAndWhatOneCanDo() {
    inWindow(scene -> {
      pass();
      Fx.screenshot(scene, "transfers");
      @SuppressWarnings("unchecked") // the one list of the place
      ListView<DownloadView> list = Fx.ask(() -> Fx.find(scene, "transfers-list", ListView.class));
      Fx.run(() -> list.getSelectionModel().select(3));
      Fx.press(KeyCode.ENTER);
      assertThat(revealed).containsExactly("/home/alice/Downloads/paper.pdf");
      Fx.run(() -> list.getSelectionModel().select(0));
      Fx.press(KeyCode.DELETE);
      assertThat(api.count("DELETE " + DOWNLOADS + "/4")).isZero();
      Fx.run(() -> Fx.find(scene, "transfers-cancel-yes", Button.class).fire());
      pass();
      assertThat(api.count("DELETE " + DOWNLOADS + "/4")).isOne();
      Fx.run(() ->
          list.lookupAll("#transfers-judge").stream()
              .filter(Node::isVisible)
              .findFirst()
              .map(Button.class::cast)
              .orElseThrow()
              .fire());
      Fx.screenshot(scene, "transfers-verdict");
      Fx.run(() -> Fx.find(scene, "transfers-good", Button.class).fire());
      pass();
      assertThat(api.count("POST /v1/share/verdicts")).isOne();
    });
  }

  private void pass() {
    Fx.run(() -> api.pass(Duration.ofSeconds(1)));
  }

  private void inWindow(Consumer<Scene> test) {
    WindowSettings settings = new WindowSettings();
    settings.place().set(Place.TRANSFERS);
    settings.appearance().set(Appearance.LIGHT);
    TestWindow.show(api, settings, new Remembering(), test);
  }

  private final class Remembering implements Opener {

    @Override
    public void reveal(String file) {
      revealed.add(file);
    }

    @Override
    public void play(URI address) {}
  }
}
