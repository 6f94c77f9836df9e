package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Notice;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Texts;

/** All that was told, the latest first, above the window. */
final class NoticeList extends VBox {

  NoticeList(Notices notices, Runnable close, Consumer<Place> places) {
    Texts texts = Texts.of(NoticeList.class);
    ListView<Notice> list = new ListView<>(notices.all());
    list.setId("notices");
    list.setCellFactory(_ -> new Cell(texts));
    Runnable go =
        () -> {
          Notice chosen = list.getSelectionModel().getSelectedItem();
          if (chosen != null && chosen.place() != null) {
            close.run();
            places.accept(chosen.place());
          }
        };
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        go.run();
      }
    });
    Button toPlace = Parts.button("notices-go", texts.get("go"), Feather.ARROW_RIGHT, go);
    toPlace
        .disableProperty()
        .bind(
            list.getSelectionModel()
                .selectedItemProperty()
                .map(one -> one.place() == null)
                .orElse(true));
    Label title = new Label(texts.get("allTitle"));
    title.getStyleClass().add(Styles.TITLE_3);
    getChildren()
        .setAll(
            title,
            list,
            Parts.row(
                toPlace,
                Parts.space(),
                Parts.button("notices-close", texts.get("close"), Feather.X, close)));
    getStyleClass().addAll("dialogue", "notices");
    setMaxHeight(Region.USE_PREF_SIZE);
  }

  private static final class Cell extends ListCell<Notice> {

    private final Texts texts;

    Cell(Texts texts) {
      this.texts = texts;
      setWrapText(true);
      // A cell is as wide as its list, not as its longest word.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Notice notice, boolean isEmpty) {
      super.updateItem(notice, isEmpty);
      if (notice == null || isEmpty) {
        setText(null);
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      String times = notice.times() > 1 ? texts.get("times", notice.times()) : "";
      setText((notice.message() + " " + notice.hint()).strip() + times);
      setAccessibleText(NoticeKind.word(texts, notice.kind()) + ": " + getText());
      setGraphic(new FontIcon(NoticeKind.picture(notice.kind())));
    }
  }
}
