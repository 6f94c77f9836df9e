package org.lagroups.desktop.settings;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.files.FolderField;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;

/** Copies the node's keys to a safe place, and says what that copy is. */
final class KeysCard {

  private final Texts texts;
  private final KeysModel model;
  private final Label outcome = new Label();
  private final VBox node;
  private Subscription open = Subscription.EMPTY;

  KeysCard(Texts texts, KeysModel model) {
    this.texts = texts;
    this.model = model;
    outcome.setId("settings-keys-outcome");
    outcome.setWrapText(true);
    node = Parts.card(texts.get("keys"), Parts.muted(texts.get("keysAbout")));
    node.setId("settings-keys");
    if (model.isHere()) {
      offer();
    } else {
      node.getChildren().add(Parts.muted(texts.get("keysElsewhere")));
    }
  }

  Node node() {
    return node;
  }

  /** Lets go of the keys. */
  void close() {
    open.unsubscribe();
    model.close();
  }

  private void offer() {
    Label warning = new Label(texts.get("keysWarning"), new FontIcon(Feather.ALERT_TRIANGLE));
    warning.setWrapText(true);
    warning.getStyleClass().add(Styles.WARNING);
    FolderField folder = new FolderField("settings-keys", "");
    Button copy =
        Parts.button(
            "settings-keys-copy",
            texts.get("keysCopy"),
            Feather.KEY,
            () -> model.copyInto(folder.folder()));
    node.getChildren().addAll(warning, folder, Parts.row(copy), outcome);
    open =
        Subscription.combine(
            model.copying().subscribe(copy::setDisable),
            model.copying().subscribe(_ -> show()),
            model.copy().subscribe(_ -> show()),
            model.problem().subscribe(_ -> show()));
  }

  private void show() {
    @Nullable Path copy = model.copy().get();
    @Nullable Problem problem = model.problem().get();
    outcome.getStyleClass().removeAll(Styles.SUCCESS, Styles.DANGER);
    if (copy != null) {
      outcome.setText(texts.get("keysCopied", Shown.line(copy.toString(), 400)));
      outcome.getStyleClass().add(Styles.SUCCESS);
    } else if (problem != null) {
      outcome.setText(FieldRow.text(problem));
      outcome.getStyleClass().add(Styles.DANGER);
    } else {
      outcome.setText(model.copying().get() ? texts.get("keysCopying") : "");
    }
    outcome.setManaged(!outcome.getText().isEmpty());
  }
}
