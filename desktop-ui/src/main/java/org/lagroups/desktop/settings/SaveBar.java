package org.lagroups.desktop.settings;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/**
 * Says how many settings were changed, saves them or takes that back, and tells what came of it.
 */
final class SaveBar extends HBox {

  private final Texts texts;
  private final SettingsModel model;
  private final Label state = new Label();
  private final Button save;
  private final Button undo;
  private final Subscription open;

  SaveBar(Texts texts, SettingsModel model) {
    this.texts = texts;
    this.model = model;
    state.setId("settings-state");
    state.setWrapText(true);
    HBox.setHgrow(state, Priority.ALWAYS);
    undo = Parts.button("settings-undo", texts.get("undo"), Feather.CORNER_UP_LEFT, model::undo);
    save = Parts.button("settings-save", texts.get("save"), Feather.CHECK, model::save);
    save.getStyleClass().add(Styles.ACCENT);
    undo.setMinWidth(USE_PREF_SIZE);
    save.setMinWidth(USE_PREF_SIZE);
    getChildren().setAll(state, Parts.space(), undo, save);
    getStyleClass().add("settings-bar");
    open =
        Subscription.combine(
            model.changes().subscribe(_ -> show()),
            model.saving().subscribe(_ -> show()),
            model.saved().subscribe(_ -> show()),
            model.refused().subscribe(_ -> show()),
            model.problem().subscribe(_ -> show()));
  }

  /** Lets go of the settings. */
  void close() {
    open.unsubscribe();
  }

  private void show() {
    @Nullable Problem problem = model.problem().get();
    long changes = model.changes().get();
    state.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS, Styles.ACCENT);
    if (problem != null) {
      state.setText(FieldRow.text(problem));
      state.getStyleClass().add(Styles.DANGER);
    } else if (model.refused().get() != null) {
      state.setText(texts.get("refused"));
      state.getStyleClass().add(Styles.DANGER);
    } else if (model.saving().get()) {
      state.setText(texts.get("saving"));
    } else if (changes > 0) {
      state.setText(texts.get("changes", changes));
      state.getStyleClass().add(Styles.ACCENT);
    } else if (model.saved().get()) {
      state.setText(texts.get("saved"));
      state.getStyleClass().add(Styles.SUCCESS);
    } else {
      state.setText(texts.get("unchanged"));
    }
    save.setDisable(changes == 0 || model.saving().get());
    undo.setDisable(changes == 0 || model.saving().get());
  }
}
