package org.lagroups.desktop.settings;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.control.api.ConfigView.SettingView;

/** A setting with its words, what it is changed with, and what is to be known of its value. */
final class FieldRow extends VBox {

  private static final String GROUP = "tests.group.";
  private static final int SHORT = 14;

  private final Texts texts;
  private final Label changed;
  private final Label refusal = new Label();
  private final Label running = new Label();
  private final Button standard;
  private final Node first;
  private final Subscription open;

  FieldRow(Texts texts, FieldModel field) {
    this.texts = texts;
    String key = field.key();
    String id = FieldControl.id(key);
    Label name = new Label(words(key));
    name.getStyleClass().add(Styles.TEXT_BOLD);
    FieldControl control = FieldControl.of(field, name.getText());
    name.setLabelFor(control.node());
    first = control.first();
    changed = mark(id + "-changed", texts.get("changed"), Feather.EDIT_2, Styles.ACCENT);
    standard =
        Parts.iconButton(id + "-standard", texts.get("standard"), Feather.ROTATE_CCW, field::reset);
    refusal.setId(id + "-refusal");
    refusal.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
    refusal.setWrapText(true);
    refusal.getStyleClass().add(Styles.DANGER);
    running.setId(id + "-running");
    running.setGraphic(new FontIcon(Feather.CLOCK));
    running.setWrapText(true);
    running.getStyleClass().add(Styles.WARNING);
    getChildren().setAll(Parts.row(name, changed), Parts.row(control.node(), standard));
    String about = "about." + general(key);
    if (texts.has(about)) {
      getChildren().add(Parts.muted(texts.get(about)));
    }
    getChildren().addAll(List.of(refusal, running));
    getStyleClass().add("settings-field");
    open =
        Subscription.combine(
            control.open(),
            field.draft().subscribe(_ -> show(standard, !field.isStandard())),
            field.changed().subscribe(value -> show(changed, value)),
            field.refusal().subscribe(this::refused),
            field.view().subscribe(this::runs));
  }

  @Override
  public void requestFocus() {
    first.requestFocus();
  }

  /** Lets go of the setting. */
  void close() {
    open.unsubscribe();
  }

  /** What a person calls a setting; that of a group is called as that of all. */
  private String words(String key) {
    String label = "label." + general(key);
    String words = texts.has(label) ? texts.get(label) : Shown.line(key);
    return key.startsWith(GROUP)
        ? texts.get("ofGroup", words, Shown.line(key.substring(GROUP.length()), SHORT))
        : words;
  }

  private static String general(String key) {
    return key.startsWith(GROUP) ? "tests" + key.substring(key.lastIndexOf('.')) : key;
  }

  private void refused(@Nullable Problem why) {
    show(refusal, why != null);
    refusal.setText(why == null ? "" : text(why));
  }

  private void runs(SettingView view) {
    show(running, view.pending());
    if (view.pending()) {
      List<String> now = Objects.requireNonNullElse(view.running(), List.of());
      String text = String.join(", ", now);
      running.setText(
          text.isEmpty() ? texts.get("runsWithout") : texts.get("runs", Shown.line(text)));
    }
  }

  /** A problem and what to do, on one line. */
  static String text(Problem why) {
    String hint = why.hint().isEmpty() ? "" : ": " + why.hint();
    return Shown.line(why.message() + hint, 600);
  }

  private static Label mark(String id, String words, Feather icon, String style) {
    Label mark = new Label(words, new FontIcon(icon));
    mark.setId(id);
    mark.getStyleClass().addAll(style, Styles.TEXT_SMALL);
    return mark;
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }
}
