package org.lagroups.desktop.settings;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Problem;
import org.lagroups.node.control.api.ConfigView.SettingView;

/** One setting of the node, as the file has it and as the person wants it. On the JavaFX thread. */
final class FieldModel {

  private final ReadOnlyObjectWrapper<SettingView> view;
  private final ObjectProperty<List<String>> draft;
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> refusal = new ReadOnlyObjectWrapper<>();

  /**
   * As a person left it.
   *
   * @param wanted what was wanted before and not saved; null for what the file says
   */
  FieldModel(SettingView view, @Nullable List<String> wanted) {
    this.view = new ReadOnlyObjectWrapper<>(view);
    this.draft = new SimpleObjectProperty<>(wanted == null ? view.value() : wanted);
    changed.set(isChanged());
    draft.subscribe((before, now) -> {
      refusal.set(null);
      changed.set(isChanged());
    });
  }

  /** Such as {@code network.port}. */
  String key() {
    return view.get().key();
  }

  /** What the node says of it. */
  ReadOnlyObjectProperty<SettingView> view() {
    return view.getReadOnlyProperty();
  }

  /** What is wanted; one text for all but lists. */
  ObjectProperty<List<String>> draft() {
    return draft;
  }

  /** Whether something else is wanted than the file says. */
  ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /** Why the node has refused what is wanted; null if it has not. */
  ReadOnlyObjectProperty<@Nullable Problem> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** Wants what the file says. */
  void undo() {
    draft.set(view.get().value());
    refusal.set(null);
  }

  /** Wants the default. */
  void reset() {
    draft.set(view.get().standard());
  }

  /** Whether the default is wanted, so that the file had better say nothing. */
  boolean isStandard() {
    return draft.get().equals(view.get().standard());
  }

  /** What the file says now; what a person has changed meanwhile stays as it is. */
  void take(SettingView now) {
    boolean follow = !changed.get();
    view.set(now);
    if (follow) {
      draft.set(now.value());
    }
    changed.set(isChanged());
  }

  void refuse(Problem why) {
    refusal.set(why);
  }

  private boolean isChanged() {
    return !draft.get().equals(view.get().value());
  }
}
