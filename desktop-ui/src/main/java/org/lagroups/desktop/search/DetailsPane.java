package org.lagroups.desktop.search;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.files.FileKind;
import org.lagroups.desktop.files.FolderField;
import org.lagroups.desktop.files.VerdictBox;
import org.lagroups.desktop.files.VerdictModel;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.node.cli.Amounts;

/** All about the result that is chosen. */
final class DetailsPane implements AutoCloseable {

  private final Texts texts = Texts.of(DetailsPane.class);
  private final Desk desk;
  private final DetailsModel model;
  private final VerdictModel verdict;
  private final IntSupplier verifyPaths;
  private final Supplier<String> publishers;
  private final Label name = new Label();
  private final Label facts = Parts.muted("");
  private final Badge badge = new Badge();
  private final Label explanation = Parts.muted("");
  private final LaneView lanes = new LaneView();
  private final Label checked = new Label();
  private final Label problem = VerdictBox.problemLine();
  private final FolderField folder;
  private final ProgressBar bar = new ProgressBar();
  private final Label progress = new Label();
  private final Button fetch;
  private final Button check;
  private final Button reveal;
  private final Button transfers;
  private final VerdictBox verdictBox;
  private final VBox others = new VBox();
  private final ScrollPane root;
  private final Subscription open;

  /**
   * A pane over a model.
   *
   * @param verifyPaths from how many paths on a result is verified now
   * @param publishers the names of all who publish the chosen content
   */
  DetailsPane(
      Desk desk,
      DetailsModel model,
      VerdictModel verdict,
      IntSupplier verifyPaths,
      Supplier<String> publishers) {
    this.desk = desk;
    this.model = model;
    this.verdict = verdict;
    this.verifyPaths = verifyPaths;
    this.publishers = publishers;
    folder = FolderField.forDownloads("search", desk.settings().downloads().get());
    fetch = Parts.button("search-fetch", texts.get("fetch"), Feather.DOWNLOAD, this::fetch);
    fetch.getStyleClass().add(Styles.ACCENT);
    check = Parts.button("search-check", texts.get("check"), Feather.REFRESH_CW, model::check);
    check.disableProperty().bind(model.checking());
    reveal = Parts.button("search-reveal", texts.get("reveal"), Feather.FOLDER, this::reveal);
    transfers =
        Parts.button(
            "search-transfers",
            texts.get("transfers"),
            Feather.LIST,
            () -> desk.go().accept(Place.TRANSFERS));
    verdictBox = new VerdictBox("search", verdict);
    root = new ScrollPane(build());
    root.setFitToWidth(true);
    root.setId("search-details");
    ListChangeListener<Lane> drawn = _ -> draw();
    model.lanes().addListener(drawn);
    open =
        Subscription.combine(
            model.hit().subscribe(this::show),
            model.checked().subscribe(this::show),
            model.download().subscribe(this::show),
            model.problem().subscribe(why -> VerdictBox.show(problem, why)),
            () -> model.lanes().removeListener(drawn),
            verdictBox::close);
  }

  Parent root() {
    return root;
  }

  /** Puts the keyboard to what one would do first. */
  void focus() {
    (fetch.isVisible() ? fetch : root).requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private VBox build() {
    badge.setId("search-badge");
    name.setId("search-name");
    name.setWrapText(true);
    name.getStyleClass().add(Styles.TITLE_4);
    facts.setId("search-facts");
    explanation.setId("search-explanation");
    checked.setId("search-checked");
    checked.setWrapText(true);
    progress.setId("search-progress");
    progress.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get("fetching"));
    VBox standing = Parts.card(texts.get("standing"), badge, explanation, lanes, checked, check);
    VBox fetching =
        Parts.card(
            texts.get("file"), folder, Parts.row(fetch, reveal, transfers), bar, progress, problem);
    VBox word = Parts.card(texts.get("verdict"), verdictBox);
    others.getChildren().setAll(fetching, word);
    others.getStyleClass().add("details-column");
    VBox column = new VBox(name, facts, standing, others);
    column.getStyleClass().addAll("details", "details-column");
    return column;
  }

  private void show(@Nullable HitView hit) {
    root.setVisible(hit != null);
    root.setManaged(hit != null);
    if (hit == null) {
      return;
    }
    name.setText(Shown.line(hit.name(), 300));
    facts.setText(
        texts.get(
            "facts",
            FileKind.of(hit.mimeType()).word(),
            Amounts.bytes(hit.sizeBytes()),
            HitTable.publisher(texts, hit)));
    badge.show(hit, verifyPaths.getAsInt());
    explanation.setText(Badge.explain(texts, hit, verifyPaths.getAsInt()));
    there(check, !hit.own());
    there(others, !hit.own());
    verdict.show(hit.root(), hit.verdict());
    verdictBox.about(publishers.get());
    draw();
  }

  private void draw() {
    HitView hit = model.hit().get();
    lanes.show(hit == null ? "" : HitTable.publisher(texts, hit), model.lanes());
    there(lanes, !model.lanes().isEmpty());
  }

  private void show(@Nullable VerificationView result) {
    there(checked, result != null);
    if (result != null) {
      checked.setText(
          texts.get(
              "conclusion."
                  + (texts.has("conclusion." + result.conclusion())
                      ? result.conclusion()
                      : "other"),
              result.confirmations(),
              result.routes().size(),
              result.wantedPaths()));
    }
  }

  private void show(@Nullable DownloadView now) {
    boolean isDone = now != null && now.phase().equals("done");
    there(bar, now != null && !isDone);
    there(progress, now != null);
    there(transfers, now != null);
    there(reveal, isDone);
    there(fetch, !isDone);
    if (now != null) {
      bar.setProgress(now.sizeBytes() == 0 ? 0 : (double) now.doneBytes() / now.sizeBytes());
      progress.setText(words(now));
    }
  }

  private String words(DownloadView now) {
    if (now.problem() != null) {
      String hint = Objects.requireNonNullElse(now.hint(), "");
      return Shown.line(now.problem() + ". " + hint, 400);
    }
    return texts.get(
        "phase." + (texts.has("phase." + now.phase()) ? now.phase() : "running"),
        Amounts.bytes(now.doneBytes()),
        Amounts.bytes(now.sizeBytes()),
        Amounts.bytes(now.bytesPerSecond()),
        now.holders(),
        Shown.line(Objects.requireNonNullElse(now.path(), ""), 300));
  }

  private void fetch() {
    String into = folder.folder();
    model.fetch(into, () -> desk.settings().downloads().set(into));
  }

  private void reveal() {
    DownloadView now = model.download().get();
    if (now != null && now.path() != null) {
      desk.opener().reveal(now.path());
    }
  }

  private static void there(javafx.scene.Node part, boolean isThere) {
    part.setVisible(isThere);
    part.setManaged(isThere);
  }
}
