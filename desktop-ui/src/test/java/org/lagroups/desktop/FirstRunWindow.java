package org.lagroups.desktop;

import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.lagroups.desktop.firstrun.FirstRunScreen;
import org.lagroups.desktop.link.NodeLink;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.desktop.start.EmbeddedNode;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;

/** The real window at a home where no node was ever started, at the first step of the first run. */
public final class FirstRunWindow implements AutoCloseable {

  private final EmbeddedNode node;
  private final NodeLink link;
  private final Window window;
  private final Stage stage;

  public FirstRunWindow(HomeFolder home) {
    Notices notices = new Notices();
    node = new EmbeddedNode(home, Map.of(), Platform::runLater);
    link =
        Fx.ask(() -> new NodeLink(() -> ControlClient.of(home), Platform::runLater, notices::tell));
    window = Fx.ask(() -> new Window(link, notices, new WindowSettings(), TestWindow.NO_OPENER));
    stage =
        Fx.ask(() -> {
          Stage shown = new Stage();
          shown.setScene(window.scene());
          window.cover(new FirstRunScreen(link, node, window::uncover));
          shown.show();
          return shown;
        });
  }

  /** What it shows. */
  public Scene scene() {
    return window.scene();
  }

  @Override
  public void close() {
    Fx.run(() -> {
      window.close();
      link.close();
      stage.close();
    });
    node.close();
  }
}
