package org.lagroups.desktop.shell;

import atlantafx.base.theme.Styles;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Notice;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** Shows the latest notice until it is put away; how many there are besides. */
final class NoticeBar extends HBox implements AutoCloseable {

  private final Texts texts = Texts.of(NoticeBar.class);
  private final Notices notices;
  private final Label message = new Label();
  private final Label more = new Label();
  private final ListChangeListener<Notice> listener = _ -> show();

  NoticeBar(Notices notices, Overlay overlay) {
    this.notices = notices;
    message.setId("notice");
    message.setWrapText(true);
    more.setId("notice-more");
    more.getStyleClass().add(Styles.TEXT_MUTED);
    getChildren()
        .setAll(
            message,
            Parts.space(),
            more,
            Parts.button(
                "notice-all",
                texts.get("all"),
                Feather.LIST,
                () -> overlay.show(new NoticeList(notices, overlay::hide))),
            Parts.iconButton("notice-clear", texts.get("clear"), Feather.X, notices::clear));
    getStyleClass().add("notice-bar");
    notices.all().addListener(listener);
    show();
  }

  @Override
  public void close() {
    notices.all().removeListener(listener);
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
    long others = notices.all().size() - 1L + notices.forgotten().get();
    more.setText(others > 0 ? texts.get("more", others) : "");
    getStyleClass().removeAll(Styles.DANGER, Styles.WARNING, Styles.SUCCESS, Styles.ACCENT);
    getStyleClass()
        .add(
            switch (latest.kind()) {
              case DONE -> Styles.SUCCESS;
              case NOTE -> Styles.ACCENT;
              case WARNING -> Styles.WARNING;
              case PROBLEM -> Styles.DANGER;
            });
  }
}
