package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Notice;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Texts;

/** Shows the latest notice until it is put away; how many there are besides. */
final class NoticeBar extends HBox implements AutoCloseable {

  private final Texts texts = Texts.of(NoticeBar.class);
  private final Notices notices;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label message = new Label();
  private final Label more = new Label();
  private final Button go;
  private final ListChangeListener<Notice> listener = _ -> show();

  NoticeBar(Notices notices, Overlay overlay, Consumer<Place> places) {
    this.notices = notices;
    go = Parts.button("notice-go", "", Feather.ARROW_RIGHT, () -> go(places));
    message.setId("notice");
    message.setWrapText(true);
    more.setId("notice-more");
    more.getStyleClass().add(Styles.TEXT_MUTED);
    getChildren()
        .setAll(
            icon,
            message,
            Parts.space(),
            more,
            go,
            Parts.button(
                "notice-all",
                texts.get("all"),
                Feather.LIST,
                () -> overlay.show(new NoticeList(notices, overlay::hide, places))),
            Parts.iconButton("notice-clear", texts.get("clear"), Feather.X, notices::clear));
    getStyleClass().add("notice-bar");
    notices.all().addListener(listener);
    show();
  }

  @Override
  public void close() {
    notices.all().removeListener(listener);
  }

  private void go(Consumer<Place> places) {
    Place place = notices.all().isEmpty() ? null : notices.all().getFirst().place();
    if (place != null) {
      places.accept(place);
    }
  }

  private void show() {
    boolean any = !notices.all().isEmpty();
    setVisible(any);
    setManaged(any);
    if (!any) {
      return;
    }
    Notice latest = notices.all().getFirst();
    String times = latest.times() > 1 ? texts.get("times", latest.times()) : "";
    message.setText((latest.message() + " " + latest.hint()).strip() + times);
    message.setAccessibleText(NoticeKind.word(texts, latest.kind()) + ": " + message.getText());
    icon.setIconCode(NoticeKind.picture(latest.kind()));
    Place place = latest.place();
    go.setText(place == null ? "" : texts.get("place." + place.key()));
    go.setVisible(place != null);
    go.setManaged(place != null);
    long others = notices.all().size() - 1L + notices.forgotten().get();
    more.setText(others > 0 ? texts.get("more", others) : "");
    getStyleClass().removeAll(Styles.DANGER, Styles.WARNING, Styles.SUCCESS, Styles.ACCENT);
    getStyleClass().add(NoticeKind.style(latest.kind()));
  }
}
