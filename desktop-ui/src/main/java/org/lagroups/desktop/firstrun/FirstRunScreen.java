package org.lagroups.desktop.firstrun;

import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.firstrun.FirstRunModel.Step;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/** Covers the window until its own node runs and the steps of a first run are done. */
public final class FirstRunScreen implements Screen {

  private static final int LONGEST_PROBLEM = 400;

  private final Texts texts = Texts.of(FirstRunScreen.class);
  private final FirstRunModel model;
  private final StepParts parts;
  private final VBox card = new VBox();
  private final StackPane root = new StackPane(card);
  private final Label problem = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
  private final ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
  private final Subscription open;

  /**
   * Starts the node, or asks for its name first where it is a new one.
   *
   * @param done is run once, when the window is to be uncovered
   */
  public FirstRunScreen(Api api, OwnNode node, Runnable done) {
    model = new FirstRunModel(api, node);
    parts = new StepParts(model, texts);
    problem.setId("first-problem");
    problem.setWrapText(true);
    problem.setMinHeight(Region.USE_PREF_SIZE);
    problem.getStyleClass().add("problem");
    progress.setId("first-progress");
    progress.setAccessibleText(texts.get("starting.title"));
    progress.setMaxWidth(Double.MAX_VALUE);
    card.getStyleClass().add("card");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    root.getStyleClass().add("first-run");
    root.getStylesheets()
        .add(
            Objects.requireNonNull(FirstRunScreen.class.getResource("style.css")).toExternalForm());
    open =
        Subscription.combine(
            model.step().subscribe(step -> show(step, done)),
            model.problem().subscribe(this::showProblem),
            model.isBusy().subscribe(this::showBusy));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    parts.first().requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    model.close();
    parts.close();
  }

  private void show(Step step, Runnable done) {
    if (step == Step.DONE) {
      done.run();
      return;
    }
    Label title = new Label(texts.get(key(step) + ".title"));
    title.setId("first-title");
    title.setWrapText(true);
    title.getStyleClass().add(Styles.TITLE_3);
    Label what = new Label(texts.get(key(step) + ".what"));
    what.setWrapText(true);
    what.setMinHeight(Region.USE_PREF_SIZE);
    what.getStyleClass().add(Styles.TEXT_MUTED);
    card.getChildren().setAll(title, what);
    int number = number(step);
    if (number > 0) {
      Label count = new Label(texts.get("step", number));
      count.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
      card.getChildren().addFirst(count);
    }
    for (Node part : parts.of(step)) {
      card.getChildren().add(part);
    }
    card.getChildren().add(Math.max(2, card.getChildren().size() - 1), problem);
    card.getChildren().add(progress);
    if (root.getScene() != null) {
      focus();
    }
  }

  private void showProblem(@Nullable Problem why) {
    problem.setVisible(why != null);
    problem.setManaged(why != null);
    problem.setText(
        why == null
            ? ""
            : Shown.line((why.message() + ". " + why.hint()).strip(), LONGEST_PROBLEM));
  }

  private void showBusy(boolean isBusy) {
    progress.setVisible(isBusy);
    progress.setManaged(isBusy);
    parts.setBusy(isBusy);
  }

  private static String key(Step step) {
    return switch (step) {
      case NAME -> "name";
      case STARTING -> "starting";
      case PASSPHRASE -> "passphrase";
      case FAILED -> "failed";
      case FRIENDS -> "friends";
      case FOLDER, DONE -> "folder";
    };
  }

  private static int number(Step step) {
    return switch (step) {
      case NAME -> 1;
      case FRIENDS -> 2;
      case FOLDER -> 3;
      default -> 0;
    };
  }
}
