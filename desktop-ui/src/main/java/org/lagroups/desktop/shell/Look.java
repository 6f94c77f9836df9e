package org.lagroups.desktop.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;

/** Light or dark, and the size of letters. */
final class Look {

  private static final double USUAL_LETTERS = 14;

  private Look() {}

  /** Keeps a scene as the settings, and the system, say. */
  static Subscription keep(Scene scene, WindowSettings settings) {
    scene
        .getStylesheets()
        .add(Objects.requireNonNull(Look.class.getResource("style.css")).toExternalForm());
    Runnable colours = () -> use(settings.appearance().get());
    Subscription size =
        settings
            .scale()
            .subscribe(value ->
                scene
                    .getRoot()
                    .setStyle("-fx-font-size: " + USUAL_LETTERS * value.doubleValue() + "px;"));
    return Subscription.combine(
        settings.appearance().subscribe(_ -> colours.run()),
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> colours.run()),
        size);
  }

  private static void use(Appearance appearance) {
    boolean dark =
        switch (appearance) {
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
          case LIGHT -> false;
          case DARK -> true;
        };
    Theme theme = dark ? new PrimerDark() : new PrimerLight();
    Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
  }
}
