package org.lagroups.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.lagroups.desktop.link.ScriptedApi;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;

/** The whole window over a scripted node, at the place that the settings say. */
public final class TestWindow {

  /** Opens nothing. */
  public static final Opener NO_OPENER =
      new Opener() {
        @Override
        public void reveal(String file) {}

        @Override
        public void play(URI address) {}
      };

  private TestWindow() {}

  /** Shows it for a test, on whose thread that runs; afterwards nothing may be held. */
  public static void show(
      ScriptedApi api, WindowSettings settings, Opener opener, Consumer<Scene> test) {
    Window window = Fx.ask(() -> new Window(api, new Notices(), settings, opener));
    Stage stage =
        Fx.ask(() -> {
          Stage shown = new Stage();
          shown.setScene(window.scene());
          shown.show();
          api.deliver();
          return shown;
        });
    try {
      test.accept(window.scene());
    } finally {
      Fx.run(() -> {
        window.close();
        stage.close();
        assertThat(api.held()).isZero();
      });
    }
  }
}
