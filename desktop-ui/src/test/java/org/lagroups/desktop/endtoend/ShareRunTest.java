package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;

@Tag("network")
class ShareRunTest {

  @Test
  void findsChecksFetchesJudgesAndTakesItBack(@TempDir Path folder) throws IOException {
    Path shared = Files.createDirectories(folder.resolve("shared"));
    Path fetched = Files.createDirectories(folder.resolve("fetched"));
    Files.writeString(shared.resolve("attestation groups.txt"), "who vouches for whom");
    try (WindowRun run = new WindowRun(folder)) {
      run.befriend("Bob", "Carol");
      run.lag("Bob", "share", "add", shared.toString());

      run.go(Place.SEARCH);
      run.type("search-words", "attest");
      Fx.await("Bob's file is found", () -> table(run).getItems().size() == 1);
      Fx.run(() -> table(run).getSelectionModel().selectFirst());
      run.awaitText("search-name", "attestation groups.txt");
      run.press("search-check");
      run.awaitText("search-checked", "Confirmed: 2 separate paths");
      run.awaitText("search-badge", "2/2 confirm");
      run.type("search-folder", fetched.toString());
      run.press("search-fetch");
      run.awaitText("search-progress", "Saved as");
      assertThat(fetched.resolve("attestation groups.txt"))
          .hasSameTextualContentAs(shared.resolve("attestation groups.txt"));
      run.screenshot("share-fetched");

      run.awaitText("search-costs", "Bad costs Bob your vouching");
      run.type("search-reason", "not what it says");
      run.press("search-bad");
      run.awaitText("search-said", "You found it bad");
      assertThat(run.lag(WindowRun.OWN, "share", "verdict").out()).contains("not what it says");
      run.press("search-undo");
      run.awaitText("search-said", "Have you looked at it?");

      run.go(Place.TRANSFERS);
      run.press("transfers-reveal");
      assertThat(run.opened()).hasSize(1);
      run.screenshot("share-transfers");
    }
  }

  private static TableView<?> table(WindowRun run) {
    return (TableView<?>) Objects.requireNonNull(run.find("search-hits"));
  }
}
