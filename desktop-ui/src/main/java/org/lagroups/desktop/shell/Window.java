package org.lagroups.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.home.HomeScreen;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.GroupHistory;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.WindowSettings;

/** All that is in the window. One screen is open at a time. */
public final class Window implements AutoCloseable {

  private final Map<Place, Function<Desk, Screen>> screens = Screens.all();
  private final Desk desk;
  private final BorderPane frame = new BorderPane();
  private final Rail rail;
  private final StackPane covered = new StackPane(frame);
  private final ModalOverlay overlay;
  private final Leaving leaving;
  private final Scene scene;
  private final List<Subscription> open = new ArrayList<>();
  private @Nullable Screen screen;
  private @Nullable Screen cover;

  /** Over a node whose keys are not here. */
  public Window(Api api, Notices notices, WindowSettings settings, Opener opener) {
    this(api, notices, settings, opener, KeyBackup.NONE);
  }

  /** The same over a node whose keys may be here. */
  public Window(Api api, Notices notices, WindowSettings settings, Opener opener, KeyBackup keys) {
    overlay = new ModalOverlay(covered);
    Directory directory = new Directory();
    GroupHistory history = new GroupHistory(api, System::currentTimeMillis, directory);
    desk = new Desk(api, notices, this::go, overlay, settings, opener, history, directory, keys);
    open.add(history::close);
    rail = new Rail(screens.keySet(), this::go);
    LinkBar link = new LinkBar(api.state());
    NoticeBar bar = new NoticeBar(notices, overlay, this::go);
    frame.setLeft(rail);
    frame.setBottom(new VBox(bar, link));
    leaving = new Leaving(api, overlay);
    scene =
        new Scene(
            new StackPane(covered, overlay.pane()),
            settings.width().get(),
            settings.height().get());
    open.add(Look.keep(scene, settings));
    open.add(link::close);
    open.add(bar::close);
    open.add(new News(api, notices, directory)::close);
    addKeys();
    go(settings.place().get());
  }

  /** What the system shows for it. */
  public static Image icon() {
    return new Image(Objects.requireNonNull(Window.class.getResource("icon.png")).toExternalForm());
  }

  /** For a stage to show. */
  public Scene scene() {
    return scene;
  }

  /** Shows a place, or the first one if there is no such place here. */
  public void go(Place place) {
    overlay.hide();
    if (screen != null) {
      screen.close();
    }
    Function<Desk, Screen> maker = screens.get(place);
    Place there = maker == null ? Place.HOME : place;
    Screen next = maker == null ? new HomeScreen(desk) : maker.apply(desk);
    screen = next;
    frame.setCenter(next.root());
    rail.mark(there);
    desk.settings().place().set(there);
    // What is in a control, such as the parts of a split, cannot have the keyboard before that.
    next.root().applyCss();
    next.focus();
  }

  /** Shows something in place of everything but dialogues, until {@link #uncover}. */
  public void cover(Screen with) {
    uncover();
    cover = with;
    frame.setDisable(true);
    covered.getChildren().add(with.root());
    with.focus();
  }

  /** Shows the place again. */
  public void uncover() {
    Screen before = cover;
    if (before == null) {
      return;
    }
    cover = null;
    covered.getChildren().remove(before.root());
    frame.setDisable(false);
    before.close();
    if (screen != null) {
      screen.focus();
    }
  }

  /** Leaves, but asks first if the node, which ends with this window, is at something. */
  public void askToLeave(Runnable leave) {
    leaving.ask(leave);
  }

  @Override
  public void close() {
    overlay.hide();
    uncover();
    leaving.close();
    if (screen != null) {
      screen.close();
    }
    open.forEach(Subscription::unsubscribe);
  }

  /** Keys of the scene come even to what is covered, or beneath a dialogue. */
  private void goByKey(Place place) {
    if (!frame.isDisabled()) {
      go(place);
    }
  }

  private void addKeys() {
    for (Place place : screens.keySet()) {
      KeyCode digit =
          KeyCode.getKeyCode(String.valueOf(List.of(Place.values()).indexOf(place) + 1));
      scene
          .getAccelerators()
          .put(new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN), () -> goByKey(place));
    }
  }
}
