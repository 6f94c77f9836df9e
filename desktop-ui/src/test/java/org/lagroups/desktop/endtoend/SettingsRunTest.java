package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;

@Tag("network")
class SettingsRunTest {

  @Test
  void changesASettingThatHoldsWhenTheNodeIsStartedAgainAndCopiesTheKeys(@TempDir Path folder)
      throws IOException {
    Path safe = Files.createDirectory(folder.resolve("safe"));
    try (WindowRun run = new WindowRun(folder)) {
      run.go(Place.SETTINGS);
      run.type("settings-share-verify-paths", "17");
      run.press("settings-save");
      run.awaitText("settings-share-verify-paths-refusal", "from 1 to 16");
      run.type("settings-share-verify-paths", "5");
      run.press("settings-save");
      run.awaitText("settings-state", "holds from the next start");
      run.awaitText("settings-share-verify-paths-running", "runs with 2");
      run.type("settings-keys-folder", safe.toString());
      run.press("settings-keys-copy");
      run.awaitText("settings-keys-outcome", safe.toString());
      run.screenshot("settings-saved");

      run.stop(WindowRun.OWN);
      run.awaitText("link-state", "No answer from the node");
      run.start(WindowRun.OWN);
      run.awaitText("link-state", "Connected with");
      Fx.await(
          "it holds",
          () -> {
            var note = run.find("settings-share-verify-paths-running");
            return note != null && !note.isVisible();
          });
      assertThat(run.lag(WindowRun.OWN, "config", "show").out())
          .containsPattern("share.verify-paths +5 *\n");
      try (Stream<Path> copies = Files.list(safe)) {
        assertThat(copies).singleElement().asString().contains("lagroups-keys-").endsWith(".p12");
      }
    }
  }
}
