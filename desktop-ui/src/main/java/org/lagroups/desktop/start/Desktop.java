package org.lagroups.desktop.start;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.firstrun.FirstRunScreen;
import org.lagroups.desktop.firstrun.OwnNode;
import org.lagroups.desktop.link.NodeLink;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.node.control.client.ControlClient;

/** The client's window, from opening to closing. */
public final class Desktop {

  private final Supplier<ControlClient> node;
  private final SettingsFile file;
  private final @Nullable OwnNode own;
  private final KeyBackup keys;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<@Nullable Runnable> leave = new AtomicReference<>();

  /**
   * Nothing is shown before {@link #run}.
   *
   * @param node how to speak to the node
   * @param file where the window's settings are kept
   * @param own the node that this window is to start; null to steer one that runs
   * @param keys the node's
   */
  public Desktop(Supplier<ControlClient> node, Path file, @Nullable OwnNode own, KeyBackup keys) {
    this.node = node;
    this.own = own;
    this.keys = keys;
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
    WindowSettings settings = file.read();
    Platform.startup(() -> open(settings));
    closed.await();
    end();
    Platform.exit();
  }

  /**
   * Lets go of the node and keeps the window's settings, when the process is asked to end: by then
   * JavaFX has ended, and nothing can be asked of it any more. From any thread.
   */
  public void end() {
    Runnable task = leave.getAndSet(null);
    if (task != null) {
      task.run();
    }
  }

  private void open(WindowSettings settings) {
    Notices notices = new Notices();
    Thread.setDefaultUncaughtExceptionHandler(new Mishaps(notices, Platform::runLater));
    NodeLink link = new NodeLink(node, Platform::runLater, notices::tell);
    leave.set(() -> {
      link.close();
      file.write(settings);
    });
    Window window =
        new Window(link, notices, settings, new SystemOpener(notices, Platform::runLater), keys);
    Stage shown = new Stage();
    shown.setTitle(Texts.of(Window.class).get("title"));
    shown.getIcons().add(Window.icon());
    shown.setScene(window.scene());
    StagePlace.restore(shown, settings);
    if (own != null) {
      window.cover(new FirstRunScreen(link, own, window::uncover));
      shown.setOnCloseRequest(event -> {
        event.consume();
        window.askToLeave(shown::hide);
      });
    }
    shown.setOnHiding(_ -> StagePlace.keep(shown, settings));
    shown.setOnHidden(_ -> {
      window.close();
      closed.countDown();
    });
    shown.show();
  }
}
