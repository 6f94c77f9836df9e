package org.lagroups.desktop.guard;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.guard.SignaturesModel.Line;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.SignatureView;

/** All about one signature, and what can be decided about it. */
final class SignatureDetails extends ScrollPane {

  private static final int RULE_ROWS = 4;

  private final Texts texts;
  private final SignatureWords words;
  private final Label title = new Label();
  private final Label state = label("guard-state");
  private final Label meaning = label("guard-meaning");
  private final Label judgement = label("guard-judgement");
  private final Label life = label("guard-life");
  private final Label evidence = label("guard-evidence");
  private final Label id = Parts.muted("");
  private final TextArea rule = new TextArea();
  private final VBox endorsers = new VBox();
  private final VBox refuters = new VBox();
  private final Button attest;
  private final Button withdraw;
  private final CheckBox dryRun;
  private final CheckBox allow;
  private @Nullable Line shown;

  /** What a person decides about the signature that is shown. */
  interface Deciding {

    void seeEvidence(Line line);

    void attest(Line line);

    void withdraw(Line line);

    void tryOut(Line line, boolean isDryRun);

    void allow(Line line, boolean isAllowed);
  }

  SignatureDetails(Texts texts, SignatureWords words, Deciding deciding) {
    this.texts = texts;
    this.words = words;
    attest =
        Parts.button(
            "guard-attest", texts.get("attest"), Feather.CHECK, () -> with(deciding::attest));
    withdraw =
        Parts.button(
            "guard-withdraw", texts.get("withdraw"), Feather.X, () -> with(deciding::withdraw));
    Button see =
        Parts.button(
            "guard-see-evidence",
            texts.get("evidence.see"),
            Feather.EYE,
            () -> with(deciding::seeEvidence));
    dryRun = box("guard-dry-run", "dryRun");
    dryRun.setOnAction(_ -> with(line -> deciding.tryOut(line, dryRun.isSelected())));
    allow = box("guard-allow", "allow");
    allow.setOnAction(_ -> with(line -> deciding.allow(line, allow.isSelected())));
    title.setId("guard-title");
    title.getStyleClass().add(Styles.TITLE_3);
    id.setId("guard-id");
    rule.setId("guard-rule");
    rule.setAccessibleText(texts.get("part.rule"));
    rule.setEditable(false);
    rule.setWrapText(true);
    rule.setPrefRowCount(RULE_ROWS);
    rule.getStyleClass().add("guard-rule");
    endorsers.setId("guard-endorsers");
    refuters.setId("guard-refuters");
    FlowPane buttons = new FlowPane(attest, withdraw, dryRun, allow);
    buttons.getStyleClass().add("guard-buttons");
    VBox column =
        new VBox(
            title,
            state,
            meaning,
            buttons,
            part("endorsers", endorsers, refuters),
            part("judgement", judgement),
            part("rule", rule),
            part("evidence", evidence, see, life, id));
    column.getStyleClass().add("guard-details");
    setContent(column);
    setFitToWidth(true);
    setFocusTraversable(false);
    show(null);
  }

  /** Shows a signature, or that none is chosen. */
  void show(@Nullable Line line) {
    shown = line;
    getContent().setVisible(line != null);
    if (line == null) {
      return;
    }
    SignatureView view = line.view();
    long now = System.currentTimeMillis();
    title.setText(words.title(view));
    state.setText(words.state(line));
    meaning.setText(words.meaning(view, now));
    judgement.setText(words.judgement(view));
    life.setText(words.life(view));
    evidence.setText(words.evidence(view));
    id.setText(view.id());
    String text = SignatureWords.rule(view);
    if (!rule.getText().equals(text)) {
      rule.setText(text);
    }
    fill(endorsers, view.endorsers().stream().map(one -> words.endorser(one, now)), "nobody");
    fill(refuters, view.refuters().stream().map(one -> words.refuter(one, now)), "");
    boolean isRefuted = view.phase().equals("refuted");
    attest.setDisable(line.isEndorsedHere());
    withdraw.setDisable(isRefuted && view.judgement().equals("refuted"));
    dryRun.setSelected(view.isDryRun());
    allow.setSelected(line.isAllowed());
  }

  private void fill(VBox column, Stream<String> lines, String empty) {
    List<Node> labels = lines.<Node>map(SignatureDetails::wrapped).toList();
    column
        .getChildren()
        .setAll(
            labels.isEmpty() && !empty.isEmpty() ? List.of(Parts.muted(texts.get(empty))) : labels);
  }

  private void with(Consumer<Line> action) {
    if (shown != null) {
      action.accept(shown);
    }
  }

  private VBox part(String key, Node... content) {
    Label head = new Label(texts.get("part." + key));
    head.getStyleClass().add(Styles.TEXT_BOLD);
    VBox part = new VBox(head);
    part.getChildren().addAll(content);
    part.getStyleClass().add("guard-lines");
    return part;
  }

  private CheckBox box(String boxId, String key) {
    CheckBox box = new CheckBox(texts.get(key));
    box.setId(boxId);
    return box;
  }

  private static Label label(String labelId) {
    Label label = wrapped("");
    label.setId(labelId);
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
