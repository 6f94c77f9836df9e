package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Texts;

/** The list of places at the window's side. */
final class Rail extends VBox {

  private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

  Rail(Collection<Place> places, Consumer<Place> go) {
    Texts texts = Texts.of(Rail.class);
    ToggleGroup one = new ToggleGroup();
    for (Place place : places) {
      ToggleButton button =
          new ToggleButton(texts.get("place." + place.key()), new FontIcon(place.icon()));
      button.setId("place-" + place.key());
      button.setMnemonicParsing(false);
      button.setMaxWidth(Double.MAX_VALUE);
      button.setToggleGroup(one);
      button.getStyleClass().addAll(Styles.FLAT, "place");
      button.setOnAction(_ -> go.accept(place));
      buttons.put(place, button);
    }
    getChildren().setAll(buttons.values());
    getStyleClass().add("rail");
  }

  /** Marks where one is. */
  void mark(Place place) {
    ToggleButton button = buttons.get(place);
    if (button != null) {
      button.setSelected(true);
    }
  }
}
