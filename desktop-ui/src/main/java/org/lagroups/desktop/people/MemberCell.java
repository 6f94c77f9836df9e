package org.lagroups.desktop.people;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Parts;

/** A member in the list: a picture, its name, and how it stands in one line. */
final class MemberCell extends ListCell<MemberLine> {

  private final MemberWords words;
  private final Label name = new Label();
  private final Label summary = new Label();
  private final HBox row = Parts.row();

  MemberCell(MemberWords words) {
    this.words = words;
    summary.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    setPrefWidth(0); // as wide as the list, however long a name is
  }

  @Override
  protected void updateItem(@Nullable MemberLine line, boolean isEmpty) {
    super.updateItem(line, isEmpty);
    if (isEmpty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(line.name());
    summary.setText(words.summary(line));
    row.getChildren().setAll(MemberDetails.icon(line), new VBox(name, summary));
    setAccessibleText(line.name() + ", " + summary.getText());
    setGraphic(row);
  }
}
