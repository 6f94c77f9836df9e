package org.lagroups.desktop.streams;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Texts;

/** A row of a stream's tree, the further in the lower it is. */
final class TreeCell extends ListCell<TreeRow> {

  private static final double INDENT = 26;
  private static final double EDGE = 6;

  private final Texts texts;
  private final Directory directory;

  TreeCell(Texts texts, Directory directory) {
    this.texts = texts;
    this.directory = directory;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable TreeRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    if (row == null || isEmpty) {
      setText(null);
      setGraphic(null);
      return;
    }
    String key = "tree." + row.kind().name().toLowerCase(Locale.ROOT);
    String words =
        texts.get(key, directory.node(row.node()))
            + after(StreamWords.mbps(texts, row.mbps()))
            + (row.uplinkMbps() < 0 ? "" : after(texts.get("uplinkOf", row.uplinkMbps())));
    setText(words);
    setPadding(new Insets(EDGE / 2, EDGE, EDGE / 2, EDGE + INDENT * row.depth()));
    setGraphic(new FontIcon(picture(row.kind())));
  }

  private static String after(String words) {
    return words.isEmpty() ? "" : ", " + words;
  }

  private static Feather picture(TreeRow.Kind kind) {
    return switch (kind) {
      case SOURCE -> Feather.RADIO;
      case ABOVE -> Feather.CHEVRON_DOWN;
      case SELF -> Feather.HOME;
      case CHILD -> Feather.CORNER_DOWN_RIGHT;
      case CHILD_APART -> Feather.ALERT_TRIANGLE;
      case GRANDCHILD -> Feather.CORNER_DOWN_RIGHT;
      case SIBLING -> Feather.REPEAT;
    };
  }
}
