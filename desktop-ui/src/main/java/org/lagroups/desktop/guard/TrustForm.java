package org.lagroups.desktop.guard;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Form;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.ChangeTrust;
import org.lagroups.wormguard.api.LocalRulesView;

/** Asks whose endorsements count, how many it takes, and who tests signatures besides. */
final class TrustForm extends Form {

  private static final int MOST = 64;
  private static final int VERIFIER_ROWS = 3;

  private final SignaturesModel model;
  private final RadioButton neighbours;
  private final Spinner<Integer> least;
  private final TextArea verifier = new TextArea();

  TrustForm(Texts texts, SignaturesModel model, LocalRulesView now, Desk desk) {
    super(texts, desk, "guard-trust", texts.get("trust.title"), texts.get("trust.do"));
    this.model = model;
    ToggleGroup either = new ToggleGroup();
    neighbours = choice("guard-trust-neighbours", texts.get("trust.neighbours"), either);
    RadioButton paths = choice("guard-trust-paths", texts.get("trust.paths"), either);
    either.selectToggle(now.trust().equals("paths") ? paths : neighbours);
    least = new Spinner<>(1, MOST, Math.clamp(now.least(), 1, MOST));
    least.setId("guard-trust-least");
    least.setEditable(false);
    least.setAccessibleText(texts.get("trust.least"));
    verifier.setId("guard-trust-verifier");
    verifier.setAccessibleText(texts.get("trust.verifier"));
    verifier.setPrefRowCount(VERIFIER_ROWS);
    verifier.setText(String.join("\n", now.verifier()));
    fields(
        new Label(texts.get("trust.whose")),
        neighbours,
        paths,
        new Label(texts.get("trust.least")),
        least,
        new Label(texts.get("trust.verifier")),
        verifier,
        Parts.muted(texts.get("trust.explain")));
  }

  @Override
  public void requestFocus() {
    least.requestFocus();
  }

  @Override
  protected void ask() {
    String trust = neighbours.isSelected() ? "neighbours" : "paths";
    List<String> command =
        verifier.getText().lines().map(String::strip).filter(part -> !part.isEmpty()).toList();
    model.trust(new ChangeTrust(trust, least.getValue(), command), this::hide, this::refused);
  }

  private static RadioButton choice(String id, String words, ToggleGroup of) {
    RadioButton choice = new RadioButton(words);
    choice.setId(id);
    choice.setToggleGroup(of);
    return choice;
  }
}
