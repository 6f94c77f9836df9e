package org.lagroups.desktop.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.lagroups.node.control.api.ConfigView.SettingView;

/**
 * What a setting is changed with: a field, a choice, a box to tick for each choice, or an area with
 * a line for each text of a list. Follows what is wanted, and changes it.
 *
 * @param open ends that
 */
record FieldControl(Region node, Subscription open) {

  private static final int MOST_ROWS = 5;

  /**
   * Makes one.
   *
   * @param words what it is, for those who do not see it
   */
  static FieldControl of(FieldModel field, String words) {
    SettingView view = field.view().get();
    String id = id(field.key());
    return switch (view.kind()) {
      case "choice" -> choice(field, view.choices(), id, words);
      case "choices" -> boxes(field, view.choices(), id, words);
      case "list" -> area(field, id, words);
      default -> text(field, id, words);
    };
  }

  /** The control's ID, such as {@code settings-network-port}. */
  static String id(String key) {
    return "settings-" + key.replace('.', '-');
  }

  /** Where the keyboard begins. */
  Node first() {
    return node instanceof FlowPane boxes && !boxes.getChildren().isEmpty()
        ? boxes.getChildren().getFirst()
        : node;
  }

  private static FieldControl text(FieldModel field, String id, String words) {
    TextField control = new TextField();
    named(control, id, words);
    Subscription out =
        control.textProperty().subscribe((before, now) -> field.draft().set(List.of(now.strip())));
    return new FieldControl(
        control,
        out.and(
            field
                .draft()
                .subscribe(value -> {
                  String text = value.isEmpty() ? "" : value.getFirst();
                  if (!control.getText().strip().equals(text)) {
                    control.setText(text);
                  }
                })));
  }

  private static FieldControl area(FieldModel field, String id, String words) {
    TextArea control = new TextArea();
    control.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveByTab(control, event));
    named(control, id, words);
    Subscription out =
        control.textProperty().subscribe((before, now) -> field.draft().set(lines(now)));
    return new FieldControl(
        control,
        out.and(
            field
                .draft()
                .subscribe(value -> {
                  if (!lines(control.getText()).equals(value)) {
                    control.setText(String.join("\n", value));
                  }
                  control.setPrefRowCount(Math.clamp(value.size() + 1L, 2, MOST_ROWS));
                })));
  }

  /** A blank of that kind has no use in a list, and the keyboard would not get out. */
  private static void leaveByTab(Node control, KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
      control.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      event.consume();
    }
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static FieldControl choice(
      FieldModel field, List<String> choices, String id, String words) {
    ChoiceBox<String> control = new ChoiceBox<>();
    control.getItems().setAll(choices);
    named(control, id, words);
    Subscription out =
        control
            .valueProperty()
            .subscribe((before, now) -> {
              if (now != null) {
                field.draft().set(List.of(now));
              }
            });
    return new FieldControl(
        control,
        out.and(
            field
                .draft()
                .subscribe(value -> control.setValue(value.isEmpty() ? null : value.getFirst()))));
  }

  private static FieldControl boxes(
      FieldModel field, List<String> choices, String id, String words) {
    List<CheckBox> boxes = new ArrayList<>();
    for (String choice : choices) {
      CheckBox box = new CheckBox(choice);
      box.setMnemonicParsing(false);
      box.setId(id + "-" + choice);
      box.setAccessibleText(words + ": " + choice);
      box.setOnAction(_ ->
          field
              .draft()
              .set(boxes.stream().filter(CheckBox::isSelected).map(CheckBox::getText).toList()));
      boxes.add(box);
    }
    FlowPane all = new FlowPane();
    all.getChildren().setAll(boxes);
    all.getStyleClass().add("settings-boxes");
    all.getStyleClass().add("settings-control");
    return new FieldControl(
        all,
        field
            .draft()
            .subscribe(
                value -> boxes.forEach(box -> box.setSelected(value.contains(box.getText())))));
  }

  private static void named(Control control, String id, String words) {
    control.setId(id);
    control.setAccessibleText(words);
    control.getStyleClass().add("settings-control");
  }
}
