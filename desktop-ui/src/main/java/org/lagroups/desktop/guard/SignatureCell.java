package org.lagroups.desktop.guard;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.guard.SignaturesModel.Line;

/** A signature in the list. */
final class SignatureCell extends ListCell<Line> {

  private final SignatureWords words;
  private final Label title = new Label();
  private final Label state = new Label();
  private final FontIcon icon = new FontIcon(Feather.SHIELD);
  private final VBox box = new VBox(title, state);

  SignatureCell(SignatureWords words) {
    this.words = words;
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setGraphic(icon);
    state.getStyleClass().add(Styles.TEXT_MUTED);
    // A cell is as wide as its list, not as its longest word.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Line line, boolean isEmpty) {
    super.updateItem(line, isEmpty);
    if (line == null || isEmpty) {
      setGraphic(null);
      return;
    }
    icon.setIconCode(SignatureWords.icon(line.view()));
    title.setText(words.title(line.view()));
    state.setText(words.state(line));
    setGraphic(box);
  }
}
