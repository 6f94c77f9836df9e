package org.lagroups.scenarios.bench.ui.host;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.desktop.start.Desktop;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.scenarios.process.Background;
import org.lagroups.scenarios.process.Orders;

/** Opens the client as {@code lag ui} does, and takes orders once its first frame is drawn. */
public final class StartHost {

  /** Waits until the window says that it is connected. */
  public static final String CONNECTED = "connected";

  private static final long LONGEST_SECONDS = 60;
  private static final long POLL_MILLIS = 2;

  private StartHost() {}

  /** With the home of a node that runs. */
  public static void main(String[] args) throws Exception {
    NoScreen.choose();
    HomeFolder home = HomeFolder.at(Path.of(args[0]));
    Desktop desktop =
        new Desktop(
            () -> ControlClient.of(home),
            home.config().resolve("desktop.json"),
            null,
            KeyBackup.NONE);
    Background.start("window", desktop::run);
    await("shown", () -> true);
    NoScreen.awaitDrawn();
    Orders.take(order -> {
      if (!order[0].equals(CONNECTED)) {
        return Orders.unknown(order);
      }
      await(CONNECTED, StartHost::isConnected);
      return Orders.came(true);
    });
    System.exit(0);
  }

  /** Asks what is on the JavaFX thread, once there is a window. */
  private interface Condition {

    boolean holds();
  }

  private static void await(String what, Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < end) {
      if (isUp() && NoScreen.ask(() -> !Window.getWindows().isEmpty() && condition.holds())) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("the window is not " + what);
  }

  private static boolean isUp() {
    try {
      Platform.runLater(() -> {});
      return true;
    } catch (IllegalStateException e) {
      return false; // not started yet
    }
  }

  private static boolean isConnected() {
    return Window.getWindows().getFirst().getScene().lookup("#link-state") instanceof Labeled label
        && label.getText().contains("Connected with");
  }
}
