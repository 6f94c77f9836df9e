package org.lagroups.desktop.search;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.files.VerdictBox;
import org.lagroups.desktop.files.VerdictModel;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Layout;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.search.SearchModel.Progress;
import org.lagroups.fileshare.api.HitView;

/** The place where one searches the files of all members. */
public final class SearchScreen implements Screen {

  private static final double DETAILS_FROM = 0.6;
  private static final String SPLIT = "search.split";

  private final Texts texts = Texts.of(SearchScreen.class);
  private final SearchModel model;
  private final DetailsModel details;
  private final VerdictModel verdict;
  private final DetailsPane pane;
  private final CustomTextField field = new CustomTextField();
  private final HitTable table;
  private final Label status = new Label();
  private final Label problem = VerdictBox.problemLine();
  private final SplitPane split = new SplitPane();
  private final Layout layout;
  private final VBox root;
  private final Subscription open;

  public SearchScreen(Desk desk) {
    layout = desk.settings().layout();
    model = new SearchModel(desk.api());
    details = new DetailsModel(desk.api(), model::replace);
    verdict = new VerdictModel(desk.api(), model::refresh);
    table = new HitTable(model.shown(), this::verifyPaths, desk.settings().scale());
    pane = new DetailsPane(desk, details, verdict, this::verifyPaths, this::publishers);
    field.setId("search-words");
    field.setLeft(new FontIcon(Feather.SEARCH));
    field.setPromptText(texts.get("prompt"));
    field.setAccessibleText(texts.get("prompt"));
    HBox.setHgrow(field, Priority.ALWAYS);
    ToggleSwitch verified = toggle("search-verified", "verifiedOnly");
    ToggleSwitch bad = toggle("search-bad-too", "badToo");
    status.setId("search-status");
    status.setWrapText(true);
    status.getStyleClass().add(Styles.TEXT_MUTED);
    problem.setId("search-problem");
    split.getItems().setAll(table);
    VBox.setVgrow(split, Priority.ALWAYS);
    root = Parts.page(texts.get("title"), Parts.row(field, verified, bad), problem, split, status);
    root.getStylesheets()
        .add(Objects.requireNonNull(SearchScreen.class.getResource("style.css")).toExternalForm());
    field.textProperty().bindBidirectional(model.words());
    verified.selectedProperty().bindBidirectional(model.verifiedOnly());
    bad.selectedProperty().bindBidirectional(model.badToo());
    addKeys();
    ListChangeListener<HitView> changed = _ -> count();
    model.shown().addListener(changed);
    open =
        Subscription.combine(
            model.progress().subscribe(_ -> count()),
            model.problem().subscribe(why -> VerdictBox.show(problem, why)),
            table.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            () -> model.shown().removeListener(changed),
            () -> layout.alone(split, SPLIT),
            layout.columns(table, "search.hits"));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    field.requestFocus();
    field.selectAll();
  }

  @Override
  public void close() {
    open.unsubscribe();
    field.textProperty().unbindBidirectional(model.words());
    pane.close();
    verdict.close();
    details.close();
    model.close();
  }

  private ToggleSwitch toggle(String id, String key) {
    ToggleSwitch toggle = new ToggleSwitch(texts.get(key));
    toggle.setId(id);
    toggle.setAccessibleText(texts.get(key));
    toggle.setMinWidth(ToggleSwitch.USE_PREF_SIZE);
    return toggle;
  }

  private void addKeys() {
    field.setOnAction(_ -> model.begin());
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN && !table.getItems().isEmpty()) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
              table.getSelectionModel().selectFirst();
            }
            event.consume();
          }
        });
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            pane.focus();
            event.consume();
          } else if (event.getCode() == KeyCode.UP
              && table.getSelectionModel().getSelectedIndex() <= 0) {
            field.requestFocus();
            event.consume();
          }
        });
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            focus();
            event.consume();
          }
        });
  }

  private void choose(@Nullable HitView chosen) {
    HitView hit = chosen == null ? leftOut() : chosen;
    details.show(hit);
    if (hit == null) {
      layout.alone(split, SPLIT);
    } else if (split.getItems().size() == 1) {
      layout.beside(split, pane.root(), SPLIT, DETAILS_FROM);
    }
  }

  /** What was just found bad has no row any more, but one can still take that back. */
  private @Nullable HitView leftOut() {
    HitView before = details.hit().get();
    return before == null
        ? null
        : model.all().stream()
            .filter(one ->
                one.root().equals(before.root()) && one.publisher().equals(before.publisher()))
            .findFirst()
            .orElse(null);
  }

  private void count() {
    Progress now = model.progress().get();
    if (now == null) {
      status.setText("");
      table.placeholder(texts.get("begin"));
      return;
    }
    int left = model.all().size() - model.shown().size();
    StringBuilder words =
        new StringBuilder(texts.get("found", model.all().size(), now.answered(), now.asked()));
    if (!now.isDone()) {
      words.append(' ').append(texts.get("waiting"));
    }
    if (left > 0) {
      words.append(' ').append(texts.get("left", left));
    }
    if (now.refused() > 0) {
      words.append(' ').append(texts.get("refused", now.refused()));
    }
    status.setText(words.toString());
    table.placeholder(texts.get(left > 0 ? "allLeft" : now.isDone() ? "nothing" : "searching"));
  }

  private int verifyPaths() {
    Progress now = model.progress().get();
    return now == null ? 1 : now.verifyPaths();
  }

  /** A verdict is on content, and meets all who publish it. */
  private String publishers() {
    HitView hit = details.hit().get();
    return hit == null
        ? ""
        : model.all().stream()
            .filter(one -> one.root().equals(hit.root()) && !one.own())
            .map(one -> HitTable.publisher(texts, one))
            .distinct()
            .limit(5)
            .collect(Collectors.joining(", "));
  }
}
