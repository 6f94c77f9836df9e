package org.lagroups.desktop.streams;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.multicast.api.CastView;

/** A stream in the list: what it is, and how it stands. */
final class StreamCell extends ListCell<Line> {

  private final Texts texts;
  private final Label title = new Label();
  private final Label says = new Label();
  private final VBox box = new VBox(title, says);
  private final FontIcon icon = new FontIcon(Feather.RADIO);

  StreamCell(Texts texts) {
    this.texts = texts;
    title.getStyleClass().add(Styles.TEXT_BOLD);
    title.setGraphic(icon);
    says.getStyleClass().add(Styles.TEXT_MUTED);
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
    boolean isSent = line.view().role().equals(CastView.SENDS);
    icon.setIconCode(isSent ? Feather.UPLOAD : Feather.PLAY);
    title.setText(StreamWords.title(texts, line.view()));
    says.setText(StreamWords.state(texts, line));
    setGraphic(box);
  }
}
