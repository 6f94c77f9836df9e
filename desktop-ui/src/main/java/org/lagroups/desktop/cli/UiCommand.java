package org.lagroups.desktop.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.desktop.start.Desktop;
import org.lagroups.desktop.start.EmbeddedNode;
import org.lagroups.desktop.start.HomeKeys;
import org.lagroups.desktop.start.TokenFile;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.HomeFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lag ui}. */
@Command(
    name = "ui",
    description = {
      "Opens the window over friends, files, streams and signatures.",
      "Steers the node that runs at this home; where none runs, starts one that lives as long as the",
      "window does. Ctrl-C closes both."
    })
final class UiCommand extends LagCommand {

  @Option(
      names = "--connect",
      paramLabel = "URL",
      description = {
        "Steers the node that answers there, http://127.0.0.1:PORT, and starts none. For one on",
        "another machine open a tunnel first: ssh -L PORT:127.0.0.1:PORT MACHINE."
      })
  private @Nullable URI connect;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "With --connect: a file with the content of that node's control-token.")
  private @Nullable Path tokenFile;

  @Override
  public Integer call() throws InterruptedException {
    HomeFolder home = home();
    URI url = connect;
    Path token = tokenFile;
    if ((url == null) != (token == null)) {
      throw usage("--connect and --token-file belong together");
    }
    if (url != null && token != null) {
      ControlClient.at(url, TokenFile.read(token)); // what is wrong is said before a window opens
      show(() -> ControlClient.at(url, TokenFile.read(token)), home, null, KeyBackup.NONE);
      return DONE;
    }
    KeyBackup keys = new HomeKeys(home, Platform::runLater);
    if (runs(home)) {
      show(() -> ControlClient.of(home), home, null, keys);
      return DONE;
    }
    try (EmbeddedNode own = new EmbeddedNode(home, environment(), Platform::runLater)) {
      show(() -> ControlClient.of(home), home, own, keys);
    }
    return DONE;
  }

  /** Shows the window until it is closed or the process is asked to end; then ends the node. */
  private static void show(
      Supplier<ControlClient> node, HomeFolder home, @Nullable EmbeddedNode own, KeyBackup keys)
      throws InterruptedException {
    Desktop desktop = new Desktop(node, home.config().resolve("desktop.json"), own, keys);
    Thread hook =
        new Thread(
            () -> {
              desktop.end();
              if (own != null) {
                own.close();
              }
            },
            "lag-ui-end");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      desktop.run();
    } catch (UnsupportedOperationException e) {
      throw new CommandFailedException(
          "there is no screen to open a window on: " + e.getMessage(),
          "run it where there is one, and steer this node through a tunnel: lag ui --help");
    } finally {
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it is the hook that has closed the window
    }
  }

  private static boolean runs(HomeFolder home) {
    try {
      ControlClient.of(home).getText("/healthz");
      return true;
    } catch (ControlException e) {
      return !e.code().equals(ControlException.NOT_RUNNING);
    }
  }
}
