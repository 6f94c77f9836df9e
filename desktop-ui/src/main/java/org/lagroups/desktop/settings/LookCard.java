package org.lagroups.desktop.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;

/** How this window looks; what is chosen holds at once. */
final class LookCard {

  private static final List<Integer> PERCENTS = List.of(75, 85, 100, 115, 130, 150, 175, 200);

  private final Texts texts;
  private final WindowSettings settings;
  private final VBox node;
  private Subscription open = Subscription.EMPTY;

  LookCard(Texts texts, WindowSettings settings) {
    this.texts = texts;
    this.settings = settings;
    ToggleGroup one = new ToggleGroup();
    Node[] looks =
        Stream.of(Appearance.values()).map(look -> appearance(look, one)).toArray(Node[]::new);
    Label size = new Label(texts.get("scale"));
    node =
        Parts.card(
            texts.get("look"),
            Parts.row(looks),
            Parts.row(size, scale(size)),
            Parts.muted(texts.get("lookAbout")));
  }

  Node node() {
    return node;
  }

  /** Lets go of the window's settings. */
  void close() {
    open.unsubscribe();
  }

  private RadioButton appearance(Appearance look, ToggleGroup one) {
    String key = look.name().toLowerCase(Locale.ROOT);
    RadioButton button = new RadioButton(texts.get("look." + key));
    button.setId("settings-look-" + key);
    button.setToggleGroup(one);
    button.setOnAction(_ -> settings.appearance().set(look));
    open = open.and(settings.appearance().subscribe(now -> button.setSelected(now == look)));
    return button;
  }

  private ChoiceBox<Integer> scale(Label size) {
    ChoiceBox<Integer> choice = new ChoiceBox<>();
    choice.setId("settings-scale");
    choice.setAccessibleText(size.getText());
    size.setLabelFor(choice);
    int now = percent();
    choice
        .getItems()
        .setAll(Stream.concat(PERCENTS.stream(), Stream.of(now)).distinct().sorted().toList());
    choice.setConverter(new Percent());
    choice.setValue(now);
    open =
        open.and(
            choice
                .valueProperty()
                .subscribe((before, value) -> settings.scale().set(value / 100.0)));
    return choice;
  }

  private int percent() {
    return (int) Math.round(100 * settings.scale().get());
  }

  /** Shows a number with its sign. */
  private static final class Percent extends StringConverter<Integer> {

    @Override
    public String toString(Integer value) {
      return value + " %";
    }

    @Override
    public Integer fromString(String text) {
      throw new UnsupportedOperationException("nothing is typed here");
    }
  }
}
