package org.lagroups.desktop.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.TestWindow;
import org.lagroups.desktop.files.ShareSamples;
import org.lagroups.desktop.link.Samples;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupList;

class LibraryScreenTest {

  private final FolderView papers = ShareSamples.folder(1, "/home/alice/papers", "ready");
  private final ScriptedApi api =
      new ScriptedApi()
          .answer("GET /v1/node", Samples.node())
          .answer("GET /v1/groups", new GroupList(List.of()))
          .answer(
              "GET /v1/share/folders",
              new FolderList(
                  List.of(
                      papers,
                      ShareSamples.folder(2, "/home/al\u202eice/<b>films</b>\n", "hashing"),
                      ShareSamples.folder(3, "/mnt/" + "x".repeat(900), "failed"))))
          .answer("DELETE /v1/share/folders/1", new Done(true))
          .answer("POST /v1/share/folders", papers);

  @Test
  void showsTheFoldersAndAsksBeforeOneIsSharedNoLonger() {
    inWindow(scene -> {
      pass();
      Fx.screenshot(scene, "library");
      Fx.run(() -> Fx.find(scene, "library-remove", Button.class).fire());
      assertThat(api.count("DELETE /v1/share/folders/1")).isZero();
      Fx.screenshot(scene, "library-remove");
      Fx.run(() -> Fx.find(scene, "library-remove-yes", Button.class).fire());
      pass();
      assertThat(api.count("DELETE /v1/share/folders/1")).isOne();
      Fx.run(() -> {
        Fx.find(scene, "library-path", TextField.class).setText("/home/alice/papers");
        Fx.find(scene, "library-add", Button.class).fire();
      });
      assertThat(api.count("POST /v1/share/folders")).isOne();
    });
  }

  private void pass() {
    Fx.run(() -> api.pass(Duration.ofSeconds(1)));
  }

  private void inWindow(Consumer<Scene> test) {
    WindowSettings settings = new WindowSettings();
    settings.place().set(Place.LIBRARY);
    settings.appearance().set(Appearance.LIGHT);
    TestWindow.show(api, settings, TestWindow.NO_OPENER, test);
  }
}
