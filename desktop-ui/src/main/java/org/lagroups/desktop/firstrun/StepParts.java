package org.lagroups.desktop.firstrun;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.firstrun.FirstRunModel.Step;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** The fields and buttons of each step. The fields keep what was typed when one goes back. */
final class StepParts implements AutoCloseable {

  private final FirstRunModel model;
  private final Texts texts;
  private final TextField name;
  private final PasswordField passphrase = new PasswordField();
  private final TextField link;
  private final TextField folder;
  private final TextField invitation;
  private final Button copy;
  private final List<Node> whileIdle = new ArrayList<>();
  private final Subscription open;
  private Node first;
  private boolean isBusy;

  StepParts(FirstRunModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    name = field("first-name", texts.get("name.prompt"));
    name.setOnAction(_ -> model.name(name.getText()));
    passphrase.setId("first-passphrase");
    passphrase.setPromptText(texts.get("passphrase.prompt"));
    passphrase.setAccessibleText(texts.get("passphrase.prompt"));
    passphrase.setOnAction(_ -> unlock());
    link = field("first-link", texts.get("friends.prompt"));
    link.setAccessibleText(texts.get("friends.paste"));
    link.setOnAction(_ -> model.join(link.getText()));
    folder = field("first-folder", texts.get("folder.prompt"));
    folder.setOnAction(_ -> model.share(folder.getText()));
    invitation = field("first-invitation", texts.get("friends.link"));
    invitation.setEditable(false);
    copy = Parts.button("first-copy", texts.get("friends.copy"), Feather.COPY, this::copy);
    first = name;
    open =
        model
            .invitation()
            .subscribe(made -> {
              invitation.setText(made);
              invitation.setDisable(made.isEmpty());
              copy.setDisable(made.isEmpty());
            });
  }

  /** Where the keyboard belongs at this step. */
  Node first() {
    return first;
  }

  /** What is shown; the last part is the row of buttons that lead on. */
  List<Node> of(Step step) {
    whileIdle.clear();
    List<Node> shown =
        switch (step) {
          case NAME -> name();
          case PASSPHRASE -> passphrase();
          case FAILED -> failed();
          case FRIENDS -> friends();
          case FOLDER -> folder();
          case STARTING, DONE -> List.of();
        };
    setBusy(isBusy);
    return shown;
  }

  /** While something is under way nothing else can be begun; back and skip stay. */
  void setBusy(boolean now) {
    isBusy = now;
    whileIdle.forEach(one -> one.setDisable(now));
  }

  @Override
  public void close() {
    open.unsubscribe();
    passphrase.clear();
  }

  private List<Node> name() {
    first = name;
    return List.of(name, Parts.row(Parts.space(), next(() -> model.name(name.getText()))));
  }

  private List<Node> passphrase() {
    first = passphrase;
    Button unlock = main("first-unlock", texts.get("open"), Feather.UNLOCK, this::unlock);
    return List.of(passphrase, Parts.row(Parts.space(), unlock));
  }

  private List<Node> failed() {
    Button again = main("first-again", texts.get("again"), Feather.ROTATE_CW, model::again);
    first = again;
    return List.of(
        model.isFirst()
            ? Parts.row(back(), Parts.space(), again)
            : Parts.row(Parts.space(), again));
  }

  private List<Node> friends() {
    Button invite =
        main("first-invite", texts.get("friends.invite"), Feather.USER_PLUS, model::invite);
    Button join =
        idle(
            Parts.button(
                "first-join",
                texts.get("friends.join"),
                Feather.LOG_IN,
                () -> model.join(link.getText())));
    first = invite;
    return List.of(
        Parts.row(invite, grown(invitation), copy),
        new Label(texts.get("friends.paste")),
        Parts.row(grown(link), join),
        Parts.row(back(), Parts.space(), skip()));
  }

  private List<Node> folder() {
    Button share =
        main(
            "first-share",
            texts.get("folder.share"),
            Feather.FOLDER_PLUS,
            () -> model.share(folder.getText()));
    Button choose =
        Parts.button("first-choose", texts.get("folder.choose"), Feather.FOLDER, this::choose);
    first = folder;
    return List.of(
        Parts.row(grown(folder), choose), Parts.row(back(), Parts.space(), skip(), share));
  }

  private void unlock() {
    char[] typed = passphrase.getText().toCharArray();
    passphrase.clear();
    model.passphrase(typed);
  }

  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, invitation.getText()));
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("folder.title"));
    File chosen = chooser.showDialog(folder.getScene().getWindow());
    if (chosen != null) {
      folder.setText(chosen.getAbsolutePath());
    }
  }

  private Button next(Runnable action) {
    return main("first-next", texts.get("next"), Feather.ARROW_RIGHT, action);
  }

  private Button skip() {
    return Parts.button("first-skip", texts.get("skip"), Feather.SKIP_FORWARD, model::next);
  }

  private Button back() {
    return Parts.button("first-back", texts.get("back"), Feather.ARROW_LEFT, model::back);
  }

  private Button main(String id, String words, Feather icon, Runnable action) {
    Button button = idle(Parts.button(id, words, icon, action));
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  private <T extends Node> T idle(T part) {
    whileIdle.add(part);
    return part;
  }

  private static Node grown(Node part) {
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    return field;
  }
}
