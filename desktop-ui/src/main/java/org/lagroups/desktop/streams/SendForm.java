package org.lagroups.desktop.streams;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.BeginSending;

/** Asks what to send. */
final class SendForm extends Form {

  private final Texts texts;
  private final StreamsModel model;
  private final TextField input = new TextField();
  private final TextField title = new TextField();
  private final CheckBox live = new CheckBox();
  private final TextField invited = new TextField();

  SendForm(Texts texts, StreamsModel model, Desk desk) {
    super(texts, desk, "send", texts.get("send.title"), texts.get("send.do"));
    this.texts = texts;
    this.model = model;
    input.setId("send-input");
    input.setPromptText(texts.get("send.inputPrompt"));
    input.setAccessibleText(texts.get("send.input"));
    HBox.setHgrow(input, Priority.ALWAYS);
    title.setId("send-title");
    title.setAccessibleText(texts.get("send.name"));
    live.setId("send-live");
    live.setText(texts.get("send.live"));
    invited.setId("send-invited");
    invited.setPromptText(texts.get("send.invitedPrompt"));
    invited.setAccessibleText(texts.get("send.invited"));
    fields(
        new Label(texts.get("send.input")),
        Parts.row(
            input, Parts.button("send-choose", texts.get("choose"), Feather.FILE, this::choose)),
        new Label(texts.get("send.name")),
        title,
        live,
        new Label(texts.get("send.invited")),
        invited);
  }

  @Override
  public void requestFocus() {
    input.requestFocus();
  }

  @Override
  protected void ask() {
    Optional<List<NodeId>> only = Entered.nodes(invited.getText());
    if (only.isEmpty()) {
      refused(new Problem("bad-node", texts.get("send.badNode"), texts.get("send.invitedPrompt")));
      return;
    }
    BeginSending wish =
        new BeginSending(
            input.getText().strip(),
            title.getText().isBlank() ? null : title.getText().strip(),
            live.isSelected() ? "live" : null,
            null,
            only.filter(nodes -> !nodes.isEmpty()).orElse(null));
    model.send(wish, _ -> hide(), this::refused);
  }

  private void choose() {
    File chosen = new FileChooser().showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      input.setText(chosen.getAbsolutePath());
    }
  }
}
