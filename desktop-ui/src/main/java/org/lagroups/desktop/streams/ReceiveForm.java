package org.lagroups.desktop.streams;

import java.io.File;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Opener;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.multicast.api.BeginReceiving;

/** Asks what to receive, and where to. */
final class ReceiveForm extends Form {

  private final StreamsModel model;
  private final Opener opener;
  private final TextField link = new TextField();
  private final RadioButton watch = new RadioButton();
  private final RadioButton keep = new RadioButton();
  private final TextField file = new TextField();

  ReceiveForm(Texts texts, StreamsModel model, Desk desk) {
    super(texts, desk, "receive", texts.get("receive.title"), texts.get("receive.do"));
    this.model = model;
    this.opener = desk.opener();
    link.setId("receive-link");
    link.setAccessibleText(texts.get("receive.link"));
    ToggleGroup one = new ToggleGroup();
    watch.setId("receive-watch");
    watch.setText(texts.get("receive.watch"));
    watch.setToggleGroup(one);
    watch.setSelected(true);
    keep.setId("receive-keep");
    keep.setText(texts.get("receive.keep"));
    keep.setToggleGroup(one);
    file.setId("receive-file");
    file.setAccessibleText(texts.get("receive.file"));
    file.disableProperty().bind(keep.selectedProperty().not());
    HBox.setHgrow(file, Priority.ALWAYS);
    fields(
        new Label(texts.get("receive.link")),
        link,
        watch,
        keep,
        Parts.row(
            file, Parts.button("receive-choose", texts.get("choose"), Feather.FILE, this::choose)));
  }

  @Override
  public void requestFocus() {
    link.requestFocus();
  }

  @Override
  protected void ask() {
    String from = link.getText().strip();
    if (keep.isSelected()) {
      String into = file.getText().strip();
      model.receive(
          new BeginReceiving(from, List.of(into), null, null), _ -> hide(), this::refused);
    } else {
      model.watch(from, opener::play, _ -> hide(), this::refused);
    }
  }

  private void choose() {
    File chosen = new FileChooser().showSaveDialog(getScene().getWindow());
    if (chosen != null) {
      keep.setSelected(true);
      file.setText(chosen.getAbsolutePath());
    }
  }
}
