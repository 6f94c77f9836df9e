package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.link.NodeLink;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.desktop.start.HomeKeys;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.ConfigFile;

/**
 * The real window over the first of several real nodes on 127.0.0.1, each with all applications.
 * The test's thread does what a person would: goes to places, types, presses, waits for words.
 */
public final class WindowRun implements AutoCloseable {

  /** The node that the window steers. */
  public static final String OWN = "Alice";

  private final Path folder;
  private final Map<String, NodeProcess> running = new ConcurrentHashMap<>();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final WindowSettings settings = new WindowSettings();
  private final NodeLink link;
  private final Window window;
  private final Stage stage;

  /** Starts {@link #OWN} and opens the window, which is connected when this returns. */
  public WindowRun(Path folder) {
    this.folder = folder;
    start(OWN);
    Notices notices = new Notices();
    link =
        Fx.ask(() ->
            new NodeLink(() -> ControlClient.of(home(OWN)), Platform::runLater, notices::tell));
    window =
        Fx.ask(() ->
            new Window(
                link, notices, settings, opener(), new HomeKeys(home(OWN), Platform::runLater)));
    stage =
        Fx.ask(() -> {
          Stage shown = new Stage();
          shown.setScene(window.scene());
          shown.show();
          return shown;
        });
    awaitText("link-state", "Connected with " + OWN);
  }

  /** Starts a node, or starts it again. */
  public void start(String name) {
    OwnerFiles.createFolder(home(name).config());
    ConfigFile.rename(home(name).configFile(), name);
    NodeOptions options =
        NodeOptions.standard().withConfig(config -> config.withListen("127.0.0.1", config.port()));
    running.put(name, NodeProcess.start(home(name), options));
  }

  /** Ends a node. */
  public void stop(String name) {
    Objects.requireNonNull(running.remove(name)).close();
  }

  /** The home of a node. */
  public HomeFolder home(String name) {
    return HomeFolder.at(folder.resolve(name));
  }

  /** Types {@code lag --home NAME args…}, which has to succeed. */
  public Captured lag(String name, String... args) {
    Captured printed = Captured.at(folder.resolve(name), args);
    assertThat(printed.code()).as("%s: %s%s", List.of(args), printed.out(), printed.err()).isZero();
    return printed;
  }

  /** Starts these nodes, and makes a group of all, in which everybody vouches for everybody. */
  public void befriend(String... names) {
    lag(OWN, "group", "create");
    for (String name : names) {
      start(name);
      String invitation = lag(OWN, "group", "invite").out().strip();
      lag(name, "group", "join", invitation);
    }
    int edges = names.length * (names.length + 1);
    for (String name : running.keySet()) {
      await(
          name + " sees all",
          () -> lag(name, "--json", "group", "show").json().path("attestations").size() == edges);
    }
  }

  /** Shows a place. */
  public void go(Place place) {
    Fx.run(() -> window.go(place));
  }

  /** Presses the button with this ID once it is there and may be pressed. */
  public void press(String id) {
    Fx.await(
        "#" + id + " may be pressed",
        () -> find(id) instanceof ButtonBase button && !button.isDisabled());
    Fx.run(() -> ((ButtonBase) Objects.requireNonNull(find(id))).fire());
  }

  /** Puts a text into the field with this ID once it is there. */
  public void type(String id, String text) {
    Fx.await("#" + id + " is there", () -> find(id) instanceof TextInputControl);
    Fx.run(() -> ((TextInputControl) Objects.requireNonNull(find(id))).setText(text));
  }

  /** Waits until the label, or button, with this ID says something with these words in it. */
  public void awaitText(String id, String words) {
    Fx.await(
        "#" + id + " says " + words,
        () -> find(id) instanceof Labeled label && label.getText().contains(words));
  }

  /** Waits until this holds; asked on the test's thread. */
  public static void await(String what, BooleanSupplier condition) {
    Fx.awaitHere(what, condition);
  }

  /** The part of the window with this ID, for questions of a test's own; null if there is none. */
  public @Nullable Node find(String id) {
    return window.scene().lookup("#" + id);
  }

  /** The window, for questions of a test's own, on the JavaFX thread. */
  public Window window() {
    return window;
  }

  /** The window's settings, for the JavaFX thread. */
  public WindowSettings settings() {
    return settings;
  }

  /** What was given to the system's programs to open. */
  public List<String> opened() {
    return opened;
  }

  /** Writes what the window looks like now to {@code target/screenshots/NAME.png}. */
  public Path screenshot(String name) {
    return Fx.screenshot(window.scene(), name);
  }

  @Override
  public void close() {
    Fx.run(() -> {
      window.close();
      link.close();
      stage.close();
    });
    running.values().forEach(NodeProcess::close);
  }

  private Opener opener() {
    return new Opener() {
      @Override
      public void reveal(String file) {
        opened.add(file);
      }

      @Override
      public void play(URI address) {
        opened.add(address.toString());
      }
    };
  }
}
