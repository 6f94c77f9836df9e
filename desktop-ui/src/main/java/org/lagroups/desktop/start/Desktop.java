package org.lagroups.desktop.start;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.lagroups.desktop.link.NodeLink;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.node.control.client.ControlClient;

/** The client's window, from opening to closing. */
public final class Desktop {

  private final Supplier<ControlClient> node;
  private final SettingsFile file;
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * Nothing is shown before {@link #run}.
   *
   * @param node how to speak to the node
   * @param file where the window's settings are kept
   */
  public Desktop(Supplier<ControlClient> node, java.nio.file.Path file) {
    this.node = node;
    this.file = new SettingsFile(file);
  }

  /**
   * Shows the window, and waits until it is closed. Not on the JavaFX thread; once in a process.
   *
   * @throws UnsupportedOperationException if there is no screen
   */
  public void run() throws InterruptedException {
    // It warns of being on the class path, where it runs as well.
    Logger.getLogger("javafx").setLevel(Level.SEVERE);
    Platform.setImplicitExit(false);
    Platform.startup(this::open);
    ended.await();
    Platform.exit();
  }

  /** Closes the window. From any thread. */
  public void end() {
    ended.countDown();
  }

  private void open() {
    WindowSettings settings = file.read();
    Notices notices = new Notices();
    NodeLink link = new NodeLink(node, Platform::runLater, notices::tell);
    Window window = new Window(link, notices, settings, new SystemOpener(notices));
    Stage stage = new Stage();
    stage.setTitle(Texts.of(Window.class).get("title"));
    stage.setScene(window.scene());
    stage.setOnHidden(_ -> {
      window.close();
      link.close();
      file.write(settings);
      end();
    });
    stage.show();
  }
}
