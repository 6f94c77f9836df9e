package org.lagroups.desktop.files;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.files.VerdictModel.Verdict;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/** Where one says that a file is good or bad, what that changes, and takes it back. */
public final class VerdictBox extends VBox implements AutoCloseable {

  private final Texts texts = Texts.of(VerdictBox.class);
  private final VerdictModel model;
  private final TextField reason = new TextField();
  private final Label said = new Label();
  private final Label costs = Parts.muted("");
  private final Label problem = problemLine();
  private final Button good;
  private final Button bad;
  private final Button undo;
  private final Subscription open;
  private String publishers = "";

  /**
   * A box over a model.
   *
   * @param place begins the IDs of its controls
   */
  public VerdictBox(String place, VerdictModel model) {
    this.model = model;
    good =
        Parts.button(
            place + "-good", texts.get("good"), Feather.THUMBS_UP, () -> model.give(true, ""));
    bad =
        Parts.button(
            place + "-bad",
            texts.get("bad"),
            Feather.THUMBS_DOWN,
            () -> model.give(false, reason.getText()));
    undo = Parts.button(place + "-undo", texts.get("undo"), Feather.ROTATE_CCW, model::undo);
    reason.setId(place + "-reason");
    reason.setPromptText(texts.get("reason"));
    reason.setAccessibleText(texts.get("reason"));
    said.setId(place + "-said");
    said.setWrapText(true);
    costs.setId(place + "-costs");
    problem.setId(place + "-verdict-problem");
    getChildren().setAll(said, costs, reason, buttons(), problem);
    getStyleClass().add("verdict");
    setSpacing(6);
    for (Button one : new Button[] {good, bad, undo}) {
      one.disableProperty().bind(model.busy());
    }
    open =
        Subscription.combine(
            model.file().subscribe(_ -> reason.clear()),
            model.verdict().subscribe(_ -> show()),
            model.problem().subscribe(why -> show(problem, why)));
  }

  /** Says whose standing a bad verdict would cost; names that are safe to show. */
  public void about(String names) {
    publishers = names;
    show();
  }

  /** A line that is there only while there is a problem. */
  public static Label problemLine() {
    Label line = new Label("", new FontIcon(Feather.ALERT_TRIANGLE));
    line.setWrapText(true);
    line.getStyleClass().add(Styles.DANGER);
    show(line, null);
    return line;
  }

  /** Shows a problem in such a line, or that there is none. */
  public static void show(Label line, @Nullable Problem why) {
    line.setText(why == null ? "" : Shown.line(words(why), 400));
    line.setVisible(why != null);
    line.setManaged(why != null);
  }

  private static String words(Problem why) {
    return why.hint().isEmpty() ? why.message() : why.message() + "; " + why.hint();
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private HBox buttons() {
    return Parts.row(good, bad, undo);
  }

  private void show() {
    Verdict verdict = model.verdict().get();
    said.setText(
        texts.get(
            switch (verdict) {
              case NONE -> "ask";
              case GOOD -> "said.good";
              case BAD -> "said.bad";
            }));
    costs.setText(texts.get(verdict == Verdict.BAD ? "paid" : "costs", publishers));
    show(good, verdict != Verdict.GOOD && verdict != Verdict.BAD);
    show(bad, verdict != Verdict.BAD);
    show(undo, verdict != Verdict.NONE);
    reason.setVisible(verdict != Verdict.BAD);
    reason.setManaged(verdict != Verdict.BAD);
  }

  private static void show(Button button, boolean isThere) {
    button.setVisible(isThere);
    button.setManaged(isThere);
  }
}
