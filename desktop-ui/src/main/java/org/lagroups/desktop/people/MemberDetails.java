package org.lagroups.desktop.people;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.people.MemberLine.Role;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** All about one member, and what can be done about it. */
final class MemberDetails extends ScrollPane {

  private final Texts texts;
  private final MemberWords words;
  private final Label name = new Label();
  private final Label id = Parts.muted("");
  private final Label connected = wrapped("people-connected");
  private final Label by = wrapped("people-by");
  private final Label attests = wrapped("people-for");
  private final Label robust = wrapped("people-robust");
  private final VBox tests = new VBox();
  private final Button attest;
  private final Button ban;
  private final Button unban;

  MemberDetails(Texts texts, MemberWords words, Runnable attest, Runnable ban, Runnable unban) {
    this.texts = texts;
    this.words = words;
    this.attest = Parts.button("people-attest", texts.get("attest"), Feather.CHECK, attest);
    this.ban = Parts.button("people-ban", texts.get("ban"), Feather.SLASH, ban);
    this.unban = Parts.button("people-unban", texts.get("unban"), Feather.ROTATE_CCW, unban);
    name.setId("people-name");
    name.getStyleClass().add(Styles.TITLE_3);
    id.setId("people-id");
    tests.setId("people-tests");
    tests.getStyleClass().add("people-lines");
    FlowPane buttons = new FlowPane(this.attest, this.ban, this.unban);
    buttons.getStyleClass().add("people-buttons");
    VBox column =
        new VBox(
            name,
            id,
            buttons,
            part("trust", by, attests),
            part("tests", tests),
            part("standing", robust, connected));
    column.getStyleClass().add("people-details");
    setContent(column);
    setFitToWidth(true);
    setFocusTraversable(false);
  }

  /** Shows a member, or that there is none. */
  void show(@Nullable MemberLine line) {
    getContent().setVisible(line != null);
    if (line == null) {
      return;
    }
    name.setText(line.role() == Role.YOU ? texts.get("you", line.name()) : line.name());
    id.setText(line.node().toString());
    connected.setText(words.connected(line));
    by.setText(words.vouchedBy(line));
    attests.setText(words.vouchesFor(line));
    robust.setText(words.robust(line));
    List<String> lines = words.tests(line);
    tests
        .getChildren()
        .setAll(
            lines.isEmpty()
                ? List.of(Parts.muted(texts.get("tests.you")))
                : lines.stream().map(MemberDetails::line).toList());
    boolean mayAct = line.isOther() && line.role() != Role.EQUIVOCATOR;
    shown(attest, mayAct && !line.youAttest());
    shown(ban, mayAct && line.ban() == null);
    shown(unban, line.ban() != null);
  }

  private VBox part(String key, Node... content) {
    Label head = new Label(texts.get("part." + key));
    head.getStyleClass().add(Styles.TEXT_BOLD);
    VBox part = new VBox(head);
    part.getChildren().addAll(content);
    part.getStyleClass().add("people-lines");
    return part;
  }

  private static void shown(Button button, boolean isShown) {
    button.setVisible(isShown);
    button.setManaged(isShown);
  }

  private static Label wrapped(String id) {
    Label label = line("");
    label.setId(id);
    return label;
  }

  private static Label line(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }

  /** The picture that stands for a member in the list, next to the words. */
  static Feather icon(MemberLine line) {
    return switch (line.role()) {
      case YOU -> Feather.HOME;
      case EQUIVOCATOR -> Feather.ALERT_OCTAGON;
      case MEMBER, OUTSIDE ->
          line.ban() != null ? Feather.SLASH : line.youAttest() ? Feather.USER_CHECK : Feather.USER;
    };
  }
}
