package org.lagroups.desktop.guard;

import java.util.Objects;
import javafx.scene.Parent;

/** How this place looks, its dialogues included, which are no part of its screen. */
final class GuardStyle {

  private GuardStyle() {}

  static void on(Parent part) {
    part.getStylesheets()
        .add(Objects.requireNonNull(GuardStyle.class.getResource("style.css")).toExternalForm());
  }
}
