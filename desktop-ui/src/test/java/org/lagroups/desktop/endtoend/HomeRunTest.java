package org.lagroups.desktop.endtoend;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;

@Tag("network")
class HomeRunTest {

  @Test
  void showsWhoVouchesAndComesBackWhenTheNodeDoes(@TempDir Path folder) {
    try (WindowRun run = new WindowRun(folder)) {
      run.befriend("Bob", "Carol");
      run.go(Place.HOME);
      Fx.await("both vouch", () -> words(run).contains("2 members vouch for you"));
      run.screenshot("home");
      run.stop(WindowRun.OWN);
      run.awaitText("link-state", "No answer from the node");
      run.screenshot("node-gone");
      run.start(WindowRun.OWN);
      run.awaitText("link-state", "Connected with");
    }
  }

  private static String words(WindowRun run) {
    return Fx.words(run.find("home-groups"));
  }
}
