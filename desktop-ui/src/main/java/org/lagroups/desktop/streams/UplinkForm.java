package org.lagroups.desktop.streams;

import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** Asks for the most that is sent for all streams together. */
final class UplinkForm extends Form {

  private final Texts texts;
  private final StreamsModel model;
  private final TextField mbps = new TextField();

  UplinkForm(Texts texts, StreamsModel model, Desk desk) {
    super(texts, desk, "uplink", texts.get("uplink.title"), texts.get("uplink.do"));
    this.texts = texts;
    this.model = model;
    mbps.setId("uplink-mbps");
    mbps.setAccessibleText(texts.get("uplink.mbps"));
    mbps.setText(String.valueOf(model.uplinkMbps().get()));
    fields(new Label(texts.get("uplink.mbps")), mbps, Parts.muted(texts.get("uplink.explain")));
  }

  @Override
  public void requestFocus() {
    mbps.requestFocus();
  }

  @Override
  protected void ask() {
    OptionalDouble value = Entered.rate(mbps.getText());
    if (value.isEmpty()) {
      refused(new Problem("bad-number", texts.get("uplink.noNumber"), ""));
      return;
    }
    model.cap(value.getAsDouble(), this::hide, this::refused);
  }
}
