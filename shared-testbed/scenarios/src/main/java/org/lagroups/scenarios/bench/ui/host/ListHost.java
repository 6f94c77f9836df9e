package org.lagroups.scenarios.bench.ui.host;

import java.net.URI;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.shell.Window;
import org.lagroups.scenarios.process.Orders;

/** Shows the results of a search in the real window, and moves through them. */
public final class ListHost {

  /** {@code drag FRAMES}: from the first row to the last, as one drags the scroll bar. */
  public static final String DRAG = "drag";

  /** {@code wheel FRAMES}: a row and a half with each frame, from the middle on. */
  public static final String WHEEL = "wheel";

  private static final double ROWS_OF_A_TURN = 1.5;
  private static final long LONGEST_FILLING_SECONDS = 60;
  private static final long POLL_MILLIS = 10;

  private final TableView<?> table;
  private final int rows;

  private ListHost(TableView<?> table, int rows) {
    this.table = table;
    this.rows = rows;
  }

  /** With the number of results. */
  public static void main(String[] args) throws Exception {
    int rows = Integer.parseInt(args[0]);
    NoScreen.choose();
    NoScreen.start();
    MadeUpResults node = NoScreen.ask(() -> new MadeUpResults(rows));
    Window window = NoScreen.ask(() -> open(node));
    ListHost host = new ListHost(table(window, rows), rows);
    Orders.take(host::obey);
    System.exit(0);
  }

  private static Window open(MadeUpResults node) {
    WindowSettings settings = new WindowSettings();
    settings.place().set(Place.SEARCH);
    Window window = new Window(node, new Notices(), settings, new NoOpener());
    Stage stage = new Stage();
    stage.setScene(window.scene());
    stage.show();
    return window;
  }

  private static TableView<?> table(Window window, int rows) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_FILLING_SECONDS);
    while (System.nanoTime() < end) {
      if (NoScreen.ask(
          () ->
              window.scene().lookup("#search-hits") instanceof TableView<?> table
                  && table.getItems().size() == rows)) {
        NoScreen.awaitDrawn();
        return NoScreen.ask(
            () -> (TableView<?>) Objects.requireNonNull(window.scene().lookup("#search-hits")));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw new IllegalStateException("the results are not shown");
  }

  private String obey(String[] order) {
    int frames = Integer.parseInt(order[1]);
    ScrollBar bar = NoScreen.ask(this::bar);
    return switch (order[0]) {
      case DRAG -> Motion.play(frames, frame -> bar.setValue(bar.getMax() * frame / frames));
      case WHEEL ->
          Motion.play(
              frames, frame -> bar.setValue(bar.getMax() * (0.5 + frame * ROWS_OF_A_TURN / rows)));
      default -> Orders.unknown(order);
    };
  }

  private ScrollBar bar() {
    return table.lookupAll(".scroll-bar").stream()
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == javafx.geometry.Orientation.VERTICAL)
        .findFirst()
        .orElseThrow();
  }

  private static final class NoOpener implements Opener {

    @Override
    public void reveal(String file) {}

    @Override
    public void play(URI address) {}
  }
}
