package org.lagroups.desktop.people;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** Shows what is asked of a person before something is done. One is open at a time. */
final class Dialogues implements AutoCloseable {

  private final Texts texts;
  private final ActionsModel actions;
  private final Overlay overlay;
  private Subscription open = Subscription.EMPTY;
  private @Nullable Dialogue shown;

  Dialogues(Texts texts, ActionsModel actions, Overlay overlay) {
    this.texts = texts;
    this.actions = actions;
    this.overlay = overlay;
  }

  /** Whether one is open, and says what is refused. */
  boolean isOpen() {
    return shown != null;
  }

  /** Takes away what is shown. */
  void hide() {
    if (shown != null) {
      overlay.hide(shown);
    }
  }

  @Override
  public void close() {
    hide();
  }

  /** Shows a dialogue, in place of what was shown; what is refused stands in it. */
  void show(Dialogue dialogue, Button go) {
    show(dialogue, go, () -> {});
  }

  /**
   * The same.
   *
   * @param gone runs once it is taken away, by whatever means
   */
  void show(Dialogue dialogue, Button go, Runnable gone) {
    hide();
    actions.clear();
    open =
        Subscription.combine(
            actions.refused().subscribe(dialogue::tell), actions.busy().subscribe(go::setDisable));
    shown = dialogue;
    overlay.show(
        dialogue,
        () -> {
          open.unsubscribe();
          shown = null;
          gone.run();
        });
  }

  /** Does something with an answer only if what is shown now is still shown when it comes. */
  <T> Consumer<T> whileShown(Consumer<T> use) {
    Dialogue now = shown;
    return value -> {
      if (now != null && now.equals(shown)) {
        use.accept(value);
      }
    };
  }

  /** Takes away what is shown now, once this is run; another dialogue stays. */
  Runnable hider() {
    Dialogue now = shown;
    return () -> {
      if (now != null && now.equals(shown)) {
        hide();
      }
    };
  }

  /** Says in the dialogue that is shown why something was not done. */
  void tell(Problem problem) {
    if (shown != null) {
      shown.tell(problem);
    }
  }

  /** A button that takes it away. */
  Button cancel() {
    return Parts.button("dialogue-cancel", texts.get("cancel"), Feather.X, this::hide);
  }

  /** A control with its label before it. */
  Node labelled(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    control.setAccessibleText(texts.get(key));
    label.getStyleClass().add("people-label");
    return Parts.row(label, control);
  }

  static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    return field;
  }

  /** Says what a value is, or that there is none. */
  interface Words<T> {
    String of(@Nullable T value);
  }

  /** For a list from which values are chosen. */
  static <T> StringConverter<T> shownAs(Words<T> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return words.of(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("it is chosen, not typed");
      }
    };
  }
}
