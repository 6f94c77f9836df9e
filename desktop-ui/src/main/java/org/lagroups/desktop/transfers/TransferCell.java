package org.lagroups.desktop.transfers;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.files.DownloadPhase;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.cli.Amounts;

/** A download: how far it is, from how many, and what one can do with it. */
final class TransferCell extends ListCell<DownloadView> {

  /** What one can do with a download. */
  interface Acts {
    void pause(DownloadView one);

    void resume(DownloadView one);

    void cancel(DownloadView one);

    void reveal(DownloadView one);

    void judge(DownloadView one);
  }

  private static final double BAR = 8;

  private final Texts texts = Texts.of(TransferCell.class);
  private final FontIcon icon = new FontIcon(Feather.DOWNLOAD);
  private final Label name = new Label("", icon);
  private final ProgressBar bar = new ProgressBar();
  private final Label state = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final Button pause;
  private final Button resume;
  private final Button reveal;
  private final Button judge;
  private final Button cancel;
  private final VBox box;

  TransferCell(Acts acts) {
    name.getStyleClass().add(Styles.TEXT_BOLD);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(BAR); // rows are measured before styles are known
    state.getStyleClass().add(Styles.TEXT_MUTED);
    state.setTooltip(tooltip);
    pause = button("pause", Feather.PAUSE, acts::pause);
    resume = button("resume", Feather.PLAY, acts::resume);
    reveal = button("reveal", Feather.FOLDER, acts::reveal);
    judge = button("judge", Feather.THUMBS_UP, acts::judge);
    cancel = button("cancel", Feather.X, acts::cancel);
    HBox row = Parts.row(name, Parts.space(), judge, reveal, pause, resume, cancel);
    box = new VBox(row, bar, state);
    box.setSpacing(4);
    box.setPadding(new Insets(8, 0, 8, 0));
    setPrefWidth(0); // as wide as the list, not as the longest name
  }

  @Override
  protected void updateItem(@Nullable DownloadView one, boolean empty) {
    super.updateItem(one, empty);
    setText(null);
    if (empty || one == null) {
      setGraphic(null);
      return;
    }
    String phase = one.phase();
    boolean isDone = phase.equals("done");
    boolean isStopped = DownloadPhase.isStopped(one);
    name.setText(Shown.line(one.name()));
    icon.setIconCode(
        isDone ? Feather.CHECK_CIRCLE : isStopped ? Feather.PAUSE_CIRCLE : Feather.DOWNLOAD);
    if (phase.equals("failed")) {
      icon.setIconCode(Feather.ALERT_TRIANGLE);
    }
    bar.setProgress(one.sizeBytes() == 0 ? 0 : (double) one.doneBytes() / one.sizeBytes());
    there(bar, !isDone);
    there(pause, !isDone && !isStopped);
    there(resume, isStopped);
    there(reveal, isDone);
    there(judge, isDone);
    cancel.setAccessibleText(texts.get(isDone ? "forget" : "cancel"));
    cancel.getTooltip().setText(cancel.getAccessibleText());
    state.setText(words(texts, one));
    tooltip.setText(state.getText());
    setAccessibleText(name.getText() + ". " + state.getText());
    setGraphic(box);
  }

  /** What a download is at, in words. */
  static String words(Texts texts, DownloadView one) {
    if (one.problem() != null) {
      String hint = Objects.requireNonNullElse(one.hint(), "");
      String key = hint.isEmpty() ? "failed" : "failedHint";
      return Shown.line(texts.get(key, one.problem(), hint), 500);
    }
    String left = Amounts.seconds(one.secondsLeft());
    String key = "phase." + one.phase();
    String words =
        texts.get(
            texts.has(key) ? key : "phase.running",
            Amounts.bytes(one.doneBytes()),
            Amounts.bytes(one.sizeBytes()),
            Amounts.bytes(one.bytesPerSecond()),
            one.holders(),
            left.isEmpty() ? "" : texts.get("left", left),
            Shown.line(Objects.requireNonNullElse(one.path(), ""), 300));
    return one.exposed().isEmpty()
        ? words
        : words + " " + texts.get("exposed", one.exposed().size());
  }

  private Button button(String key, Ikon picture, Consumer<DownloadView> act) {
    return Parts.iconButton(
        "transfers-" + key,
        texts.get(key),
        picture,
        () -> {
          DownloadView mine = getItem();
          if (mine != null) {
            act.accept(mine);
          }
        });
  }

  private static void there(Node part, boolean isThere) {
    part.setVisible(isThere);
    part.setManaged(isThere);
  }
}
