package org.lagroups.desktop.people;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;

/** A dialogue above the window: title, content, what was refused, buttons. */
final class Dialogue extends VBox {

  /** A refusal may hold a stranger's text. */
  private static final int MOST = 400;

  private final Label refused = new Label();
  private final HBox buttons = Parts.row(Parts.space());
  private @Nullable Node first;

  Dialogue(String id, String title, List<? extends Node> content) {
    setId(id);
    Label head = new Label(title);
    head.getStyleClass().add(Styles.TITLE_3);
    refused.setId(id + "-refused");
    refused.setWrapText(true);
    refused.getStyleClass().add(Styles.DANGER);
    tell(null);
    getChildren().add(head);
    getChildren().addAll(content);
    getChildren().addAll(refused, buttons);
    getStyleClass().addAll("dialogue", "people-dialogue");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    focusedProperty()
        .subscribe(isFocused -> {
          if (isFocused && first != null) {
            first.requestFocus();
          }
        });
  }

  /** Where the keyboard begins. */
  Dialogue startingAt(Node node) {
    first = node;
    return this;
  }

  /** Adds a button; Enter presses the one that is the default. */
  Dialogue with(Button button, boolean isDefault) {
    button.setDefaultButton(isDefault);
    buttons.getChildren().add(button);
    return this;
  }

  /** Shows why something was not done, with the hint; or takes that away. */
  void tell(@Nullable Problem problem) {
    refused.setVisible(problem != null);
    refused.setManaged(problem != null);
    if (problem != null) {
      String hint = Shown.line(problem.hint(), MOST);
      refused.setText(Shown.line(problem.message(), MOST) + (hint.isEmpty() ? "" : "\n" + hint));
    }
  }
}
