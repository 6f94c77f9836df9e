package org.lagroups.desktop.streams;

import atlantafx.base.theme.Styles;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.TwoLineCell;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.multicast.api.CastView;

/** The place of streams: all of them at the left, the chosen one at the right. */
public final class StreamsScreen implements Screen {

  private static final double LIST_PART = 0.36;

  private final Texts texts = Texts.of(StreamsScreen.class);
  private final Desk desk;
  private final StreamsModel model;
  private final ListView<Line> list;
  private final StreamDetails details;
  private final VBox root;
  private final Subscription open;

  public StreamsScreen(Desk desk) {
    this.desk = desk;
    model = new StreamsModel(desk.api());
    list = new ListView<>();
    list.setId("streams-list");
    list.setCellFactory(_ ->
        new TwoLineCell<>(
            line -> line.view().role().equals(CastView.SENDS) ? Feather.UPLOAD : Feather.PLAY,
            line -> StreamWords.title(texts, line.view()),
            line -> StreamWords.state(texts, line)));
    list.setPlaceholder(Parts.muted(texts.get("none")));
    details = new StreamDetails(texts, desk.directory(), desk.opener(), model::end);
    Label uplink = new Label();
    uplink.getStyleClass().add(Styles.TEXT_MUTED);
    HBox actions =
        Parts.row(
            Parts.button("streams-send", texts.get("send"), Feather.UPLOAD, this::send),
            Parts.button("streams-receive", texts.get("receive"), Feather.PLAY, this::receive),
            Parts.space(),
            uplink,
            Parts.button("streams-uplink", texts.get("cap"), Feather.SLIDERS, this::cap));
    SplitPane both = new SplitPane(list, details);
    SplitPane.setResizableWithParent(list, false);
    VBox.setVgrow(both, Priority.ALWAYS);
    root = Parts.page(texts.get("title"), actions, both);
    open =
        Subscription.combine(
            desk.settings().layout().divider(both, "streams.split", LIST_PART),
            Parts.choose(list, model.rows()),
            model.rows().chosen().subscribe(details::show),
            model
                .uplinkMbps()
                .subscribe(value -> {
                  double mbps = value.doubleValue();
                  uplink.setText(mbps > 0 ? texts.get("capped", mbps) : texts.get("uncapped"));
                }));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    model.close();
  }

  private void send() {
    desk.overlay().show(new SendForm(texts, model, desk));
  }

  private void receive() {
    desk.overlay().show(new ReceiveForm(texts, model, desk));
  }

  private void cap() {
    desk.overlay().show(new UplinkForm(texts, model, desk));
  }
}
