package org.lagroups.desktop.screen;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Something in a list: a picture, what it is called, and how it stands, which is read aloud, too.
 *
 * @param <T> what is listed
 */
public final class TwoLineCell<T> extends ListCell<T> {

  private final Function<T, Ikon> picture;
  private final Function<T, String> name;
  private final Function<T, String> standing;
  private final FontIcon icon = new FontIcon(Feather.CIRCLE);
  private final Label title = new Label();
  private final Label says = new Label();
  private final VBox words = new VBox(title, says);
  private final HBox row = Parts.row(icon, words);

  /** A cell that says these things, safe to show, of what it gets. */
  public TwoLineCell(
      Function<T, Ikon> picture, Function<T, String> name, Function<T, String> standing) {
    this.picture = picture;
    this.name = name;
    this.standing = standing;
    says.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    words.setAlignment(Pos.CENTER_LEFT);
    // A cell is as wide as its list, not as its longest word.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable T item, boolean isEmpty) {
    super.updateItem(item, isEmpty);
    if (isEmpty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    icon.setIconCode(picture.apply(item));
    title.setText(name.apply(item));
    says.setText(standing.apply(item));
    setAccessibleText(title.getText() + ", " + says.getText());
    setGraphic(row);
  }
}
