package org.lagroups.desktop.start;

import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.lagroups.desktop.screen.WindowSettings;

/** Where a window is on the screens, and how large: as it was left, if that can still be seen. */
final class StagePlace {

  /** So much of it has to be on a screen, in pixels: enough to take hold of it. */
  private static final double LEAST_SEEN = 80;

  private StagePlace() {}

  /** Puts a window, whose scene is set, where it was. */
  static void restore(Stage stage, WindowSettings settings) {
    Rectangle2D place =
        new Rectangle2D(
            or(settings.left().get(), 0),
            or(settings.top().get(), 0),
            settings.width().get(),
            settings.height().get());
    Rectangle2D seen = screen(place).getVisualBounds();
    stage.setWidth(Math.min(place.getWidth(), seen.getWidth()));
    stage.setHeight(Math.min(place.getHeight(), seen.getHeight()));
    boolean isKnown = !Double.isNaN(settings.left().get()) && !Double.isNaN(settings.top().get());
    if (isKnown && isSeen(place, seen)) {
      stage.setX(place.getMinX());
      stage.setY(place.getMinY());
    }
    stage.setMaximized(settings.maximised().get());
  }

  /** Remembers where it is; of one that fills its screen, where it was before it did. */
  static void keep(Stage stage, WindowSettings settings) {
    settings.maximised().set(stage.isMaximized());
    Scene scene = stage.getScene();
    if (!stage.isMaximized() && !stage.isFullScreen() && scene != null) {
      settings.left().set(stage.getX());
      settings.top().set(stage.getY());
      settings.width().set(stage.getWidth());
      settings.height().set(stage.getHeight());
    }
  }

  private static Screen screen(Rectangle2D place) {
    return Screen.getScreensForRectangle(place).stream().findFirst().orElse(Screen.getPrimary());
  }

  private static boolean isSeen(Rectangle2D place, Rectangle2D screen) {
    double wide =
        Math.min(place.getMaxX(), screen.getMaxX()) - Math.max(place.getMinX(), screen.getMinX());
    return wide >= LEAST_SEEN
        && place.getMinY() >= screen.getMinY()
        && place.getMinY() <= screen.getMaxY() - LEAST_SEEN;
  }

  private static double or(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }
}
