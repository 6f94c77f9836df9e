package org.lagroups.desktop.streams;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.multicast.api.CastCounters;
import org.lagroups.multicast.api.CastView;

/** One stream: how it goes, its link, where it comes from and goes to, and its tree. */
final class StreamDetails extends VBox {

  private final Texts texts;
  private final Opener opener;
  private final Label title = new Label();
  private final Label state = new Label();
  private final Label problem = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final TextField link = new TextField();
  private final HBox linkRow;
  private final Label places = new Label();
  private final Label counts = new Label();
  private final Label bound = new Label();
  private final ObservableList<TreeRow> rows = FXCollections.observableArrayList();
  private final Button openIt;
  private final Button end;
  private @Nullable Line shown;

  StreamDetails(Texts texts, Directory directory, Opener opener, Consumer<Line> endStream) {
    this.texts = texts;
    this.opener = opener;
    title.getStyleClass().add(Styles.TITLE_3);
    title.setId("stream-title");
    state.setId("stream-state");
    problem.setId("stream-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add(Styles.DANGER);
    progress.setMaxWidth(Double.MAX_VALUE);
    link.setId("stream-link");
    link.setEditable(false);
    HBox.setHgrow(link, Priority.ALWAYS);
    linkRow =
        Parts.row(
            link, Parts.button("stream-copy", texts.get("copy"), Feather.COPY, this::copyLink));
    counts.setId("stream-counts");
    bound.setId("stream-bound");
    for (Label label : List.of(places, counts, bound)) {
      label.setWrapText(true);
    }
    ListView<TreeRow> tree = new ListView<>(rows);
    tree.setId("stream-tree");
    tree.setCellFactory(_ -> new TreeCell(texts, directory));
    tree.setPlaceholder(Parts.muted(texts.get("noTree")));
    VBox.setVgrow(tree, Priority.ALWAYS);
    openIt = Parts.button("stream-open", texts.get("open"), Feather.EXTERNAL_LINK, this::openPlace);
    end =
        Parts.button(
            "stream-end",
            texts.get("end"),
            Feather.SQUARE,
            () -> {
              if (shown != null) {
                endStream.accept(shown);
              }
            });
    getChildren()
        .setAll(
            title,
            state,
            problem,
            progress,
            linkRow,
            places,
            counts,
            bound,
            tree,
            Parts.row(openIt, Parts.space(), end));
    getStyleClass().add("card");
    show(null);
  }

  /** Shows a stream as it is now; null for none. */
  void show(@Nullable Line line) {
    shown = line;
    setVisible(line != null);
    if (line == null) {
      return;
    }
    CastView view = line.view();
    title.setText(StreamWords.title(texts, view));
    state.setText(StreamWords.state(texts, line));
    show(problem, StreamWords.problem(view));
    Long whole = view.lengthBytes();
    progress.setVisible(whole != null && whole > 0);
    progress.setManaged(progress.isVisible());
    progress.setProgress(whole == null || whole <= 0 ? 0 : (double) view.doneBytes() / whole);
    link.setText(view.link() == null ? "" : view.link());
    linkRow.setVisible(view.link() != null);
    linkRow.setManaged(view.link() != null);
    boolean isSent = view.role().equals(CastView.SENDS);
    String listed =
        String.join(", ", view.places().stream().map(one -> Shown.line(one, 200)).toList());
    show(places, listed.isEmpty() ? "" : texts.get(isSent ? "from" : "to", listed));
    counts.setText(counts(view.counters(), isSent));
    bound.setText(StreamWords.bound(texts, line));
    List<TreeRow> now = TreeRow.of(line);
    if (!rows.equals(now)) {
      rows.setAll(now);
    }
    boolean isPlayed = Outputs.player(view).isPresent();
    openIt.setVisible(isPlayed || Outputs.file(view).isPresent());
    openIt.setText(texts.get(isPlayed ? "play" : "open"));
    end.setText(texts.get(line.isOn() ? "end" : "forget"));
  }

  private String counts(CastCounters one, boolean isSent) {
    return isSent
        ? texts.get("sentCounts", one.pktSent(), one.pktRetrans(), one.pktSndDrop(), one.msRTT())
        : texts.get(
            "receivedCounts",
            one.pktRecv(),
            one.pktRcvLoss(),
            one.pktRcvDrop(),
            one.pktRcvRefused());
  }

  private void copyLink() {
    ClipboardContent content = new ClipboardContent();
    content.putString(link.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void openPlace() {
    if (shown != null) {
      CastView view = shown.view();
      Outputs.player(view)
          .ifPresentOrElse(opener::play, () -> Outputs.file(view).ifPresent(opener::reveal));
    }
  }

  private static void show(Label label, String words) {
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setManaged(!words.isEmpty());
  }
}
