package org.lagroups.desktop.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.ConfigView.SettingView;

/** The node's settings, and those that a person has changed and not saved. On the JavaFX thread. */
final class SettingsModel implements AutoCloseable {

  private static final String PATH = "/v1/config";

  private final Api api;
  private final Map<String, List<String>> unsaved;
  private final ObservableList<FieldModel> fields = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable FieldModel> refused = new ReadOnlyObjectWrapper<>();
  private final Subscription open;
  private Subscription drafts = Subscription.EMPTY;
  private @Nullable Answer<ConfigView> asked;

  /** Why the file cannot be shown, and why saving was refused. */
  private @Nullable Problem wrong;

  private @Nullable Problem refusal;

  /**
   * Reads them.
   *
   * @param unsaved what was changed and not saved, by key; kept up to date
   */
  SettingsModel(Api api, Map<String, List<String>> unsaved) {
    this.api = api;
    this.unsaved = unsaved;
    open =
        new Live<>(api, PATH, ConfigView.class, this::take)
            .on("config.")
            .otherwise(this::missing)
            .start();
  }

  /** All settings, in the node's order; empty until it has told them. */
  ObservableList<FieldModel> fields() {
    return fields;
  }

  /** Where they are kept, on the node's machine; empty until that is known. */
  ReadOnlyStringProperty file() {
    return file.getReadOnlyProperty();
  }

  /** How many are wanted otherwise than the file has them. */
  ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** Whether the node is being asked. */
  ReadOnlyBooleanProperty saving() {
    return saving.getReadOnlyProperty();
  }

  /** Whether the last that was wanted is in the file, and nothing else is wanted since. */
  ReadOnlyBooleanProperty saved() {
    return saved.getReadOnlyProperty();
  }

  /** What is wrong with the file, or with saving, that is the fault of no single field; or null. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The field that the last saving was refused for; or null. */
  ReadOnlyObjectProperty<@Nullable FieldModel> refused() {
    return refused.getReadOnlyProperty();
  }

  /** Writes what is wanted into the file, all of it or nothing. */
  void save() {
    if (saving.get() || changes.get() == 0) {
      return;
    }
    Map<String, List<String>> set = new LinkedHashMap<>();
    List<String> reset = new ArrayList<>();
    for (FieldModel field : fields) {
      if (field.changed().get() && field.isStandard()) {
        reset.add(field.key());
      } else if (field.changed().get()) {
        set.put(field.key(), field.draft().get());
      }
    }
    saving.set(true);
    refuse(null);
    asked =
        api.put(PATH, new ConfigChange(set, reset), ConfigView.class)
            .then(view -> {
              saving.set(false);
              take(view);
              saved.set(changes.get() == 0);
            })
            .otherwise(this::refused);
  }

  /** Wants what the file says. */
  void undo() {
    fields.forEach(FieldModel::undo);
    refuse(null);
  }

  @Override
  public void close() {
    open.unsubscribe();
    drafts.unsubscribe();
    if (asked != null) {
      asked.leave();
    }
  }

  private void refused(Problem why) {
    saving.set(false);
    fields.stream()
        .filter(field -> field.key().equals(why.field()))
        .findFirst()
        .ifPresentOrElse(
            field -> {
              field.refuse(why);
              refused.set(field);
            },
            () -> refuse(why));
  }

  private void refuse(@Nullable Problem why) {
    refusal = why;
    refused.set(null);
    tell();
  }

  private void missing(Problem why) {
    if (fields.isEmpty()) {
      wrong = why;
      tell();
    }
  }

  private void take(ConfigView view) {
    file.set(view.file());
    ConfigView.Problem fault = view.problem();
    wrong = fault == null ? null : new Problem("config", fault.message(), fault.hint());
    tell();
    if (fault != null) {
      return;
    }
    List<String> known = fields.stream().map(FieldModel::key).toList();
    if (!known.equals(view.settings().stream().map(SettingView::key).toList())) {
      renew(view.settings());
      return;
    }
    for (int i = 0; i < known.size(); i++) {
      fields.get(i).take(view.settings().get(i));
    }
    count();
  }

  private void renew(List<SettingView> settings) {
    drafts.unsubscribe();
    List<FieldModel> now =
        settings.stream().map(one -> new FieldModel(one, unsaved.get(one.key()))).toList();
    drafts =
        Subscription.combine(
            now.stream()
                .map(field -> field.draft().subscribe((before, after) -> count()))
                .toArray(Subscription[]::new));
    fields.setAll(now);
    count();
  }

  private void count() {
    FieldModel last = refused.get();
    if (last != null && last.refusal().get() == null) {
      refused.set(null);
    }
    unsaved.clear();
    fields.stream()
        .filter(field -> field.changed().get())
        .forEach(field -> unsaved.put(field.key(), field.draft().get()));
    changes.set(unsaved.size());
    if (!unsaved.isEmpty()) {
      saved.set(false);
    }
  }

  private void tell() {
    problem.set(refusal == null ? wrong : refusal);
  }
}
