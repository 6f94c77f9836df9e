package org.lagroups.desktop.guard;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.lagroups.desktop.guard.SignaturesModel.Line;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** Asks why a signature is bad. */
final class WithdrawForm extends Form {

  private final SignaturesModel model;
  private final Line line;
  private final TextField reason = new TextField();

  WithdrawForm(Texts texts, SignaturesModel model, Line line, Desk desk) {
    super(texts, desk, "guard-refute", texts.get("withdraw.title"), texts.get("withdraw.do"));
    this.model = model;
    this.line = line;
    reason.setId("guard-refute-reason");
    reason.setAccessibleText(texts.get("withdraw.reason"));
    fields(
        Parts.muted(texts.get("withdraw.explain")),
        new Label(texts.get("withdraw.reason")),
        reason);
  }

  @Override
  public void requestFocus() {
    reason.requestFocus();
  }

  @Override
  protected void ask() {
    model.withdraw(line, reason.getText().strip(), this::hide, this::refused);
  }
}
