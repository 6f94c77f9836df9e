package org.lagroups.desktop.screen;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pieces that look, and can be reached, the same on all screens. */
public final class Parts {

  private Parts() {}

  /** A screen's column with its title on top. */
  public static VBox page(String title, Node... content) {
    Label head = new Label(title);
    head.getStyleClass().addAll(Styles.TITLE_2, "page-title");
    VBox page = new VBox(head);
    page.getChildren().addAll(content);
    page.getStyleClass().add("page");
    return page;
  }

  /** A framed part of a page with a title of its own. */
  public static VBox card(String title, Node... content) {
    Label head = new Label(title);
    head.getStyleClass().addAll(Styles.TEXT_BOLD, "card-title");
    VBox card = new VBox(head);
    card.getChildren().addAll(content);
    card.getStyleClass().add("card");
    return card;
  }

  /** A text that follows a value and wraps. */
  public static Label text(ObservableValue<String> value) {
    Label label = new Label();
    label.textProperty().bind(value);
    label.setWrapText(true);
    return label;
  }

  /** A text that wraps, for what explains. */
  public static Label muted(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }

  /** A button with words and a picture. */
  public static Button button(String id, String words, Ikon icon, Runnable action) {
    Button button = new Button(words, new FontIcon(icon));
    button.setId(id);
    button.setMnemonicParsing(false);
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** A button with a picture alone; {@code words} are read aloud, and shown under the pointer. */
  public static Button iconButton(String id, String words, Ikon icon, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setId(id);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(_ -> action.run());
    return button;
  }

  /** Things in a row. */
  public static HBox row(Node... content) {
    HBox row = new HBox(content);
    row.getStyleClass().add("row");
    return row;
  }

  /** What takes the room that is left in a row or column. */
  public static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    VBox.setVgrow(space, Priority.ALWAYS);
    return space;
  }

  /**
   * Shows rows in a list, and has people choose among them there.
   *
   * @return ends it
   */
  public static <T> Subscription choose(ListView<T> list, Rows<T> rows) {
    list.setItems(rows.all());
    MultipleSelectionModel<T> selection = list.getSelectionModel();
    return Subscription.combine(
        selection
            .selectedItemProperty()
            .subscribe(row -> {
              if (row != null && !rows.isChanging()) {
                rows.choose(rows.keyOf(row));
              }
            }),
        rows.settled().subscribe(_ -> selection.select(rows.chosen().get())));
  }

  /** Gives the keyboard to this, or to the first thing in it that can be used. */
  public static void focusIn(Node content) {
    content.requestFocus();
    Scene scene = content.getScene();
    if (scene != null && content.equals(scene.getFocusOwner())) {
      firstUsable(content).ifPresent(Node::requestFocus);
    }
  }

  private static Optional<Node> firstUsable(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstUsable(child).stream())
            .findFirst()
        : Optional.empty();
  }

  /**
   * Keeps a short column to what is in a list; for long ones there are virtual lists.
   *
   * @param part how one element looks
   * @param empty what stands there while the list is empty
   * @return ends it
   */
  public static <T> Subscription follow(
      ObservableList<T> list, VBox column, Function<T, Node> part, String empty) {
    Runnable fill =
        () -> {
          List<Node> parts = list.stream().map(part).toList();
          column.getChildren().setAll(parts.isEmpty() ? List.of(muted(empty)) : parts);
        };
    fill.run();
    ListChangeListener<T> listener = _ -> fill.run();
    list.addListener(listener);
    return () -> list.removeListener(listener);
  }
}
