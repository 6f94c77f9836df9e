package org.lagroups.desktop.people;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.ReasonInfo;

/** Makes groups, leaves them, and bans nodes. */
final class GroupDialogues {

  private static final List<Long> VALIDITIES =
      List.of(10_000L, 30_000L, 60_000L, 120_000L, 300_000L, 900_000L, 3_600_000L);

  private final MemberWords words;
  private final Texts texts;
  private final ActionsModel actions;
  private final Dialogues dialogues;

  GroupDialogues(Texts texts, MemberWords words, ActionsModel actions, Dialogues dialogues) {
    this.texts = texts;
    this.words = words;
    this.actions = actions;
    this.dialogues = dialogues;
  }

  /** Asks for the settings of a new group, and makes it. */
  void create(Consumer<GroupId> made) {
    ComboBox<Long> validity = new ComboBox<>();
    validity.setId("create-validity");
    validity.getItems().setAll(VALIDITIES);
    validity.setValue(GroupSettings.DEFAULT.validityMillis());
    validity.setConverter(
        Dialogues.shownAs(
            millis -> millis == null ? "" : texts.get("create.seconds", millis / 1_000)));
    int most = GroupSettings.HARD_MAX_MEMBERS;
    Spinner<Integer> members = new Spinner<>(2, most, most);
    members.setId("create-members");
    TextField robust = Dialogues.field("create-robust", texts.get("create.noRule"));
    Button go =
        Parts.button(
            "create-go",
            texts.get("create.go"),
            Feather.PLUS,
            () -> {
              Runnable hide = dialogues.hider();
              actions.create(
                  validity.getValue(),
                  members.getValue(),
                  robust.getText(),
                  dialogues::tell,
                  group -> {
                    hide.run();
                    made.accept(group);
                  });
            });
    dialogues.show(
        new Dialogue(
                "create",
                texts.get("create.title"),
                List.of(
                    Parts.muted(texts.get("create.text")),
                    dialogues.labelled("create.validity", validity),
                    dialogues.labelled("create.members", members),
                    dialogues.labelled("create.robust", robust),
                    Parts.muted(texts.get("create.rules"))))
            .startingAt(validity)
            .with(dialogues.cancel(), false)
            .with(go, true),
        go);
  }

  /**
   * Asks for the reason of a ban, and bans.
   *
   * @param name what the node is called, safe to show
   */
  void ban(GroupId group, NodeId node, String name, Runnable done) {
    ComboBox<ReasonCode> code = new ComboBox<>();
    code.setId("ban-reason");
    code.getItems()
        .setAll(Arrays.stream(ReasonCode.values()).filter(one -> one != ReasonCode.LEFT).toList());
    code.setValue(ReasonCode.MISBEHAVED);
    code.setConverter(
        Dialogues.shownAs(
            one -> one == null ? "" : words.reason(new ReasonInfo(ReasonInfo.word(one), ""))));
    TextField detail = Dialogues.field("ban-detail", "");
    Button go =
        Parts.button(
            "ban-go",
            texts.get("ban"),
            Feather.SLASH,
            () -> {
              Runnable hide = dialogues.hider();
              actions.ban(
                  group,
                  node,
                  new ReasonInfo(ReasonInfo.word(code.getValue()), detail.getText().strip()),
                  () -> {
                    hide.run();
                    done.run();
                  });
            });
    dialogues.show(
        new Dialogue(
                "ban",
                texts.get("ban.title", name),
                List.of(
                    Parts.muted(texts.get("ban.text")),
                    dialogues.labelled("ban.reason", code),
                    dialogues.labelled("ban.detail", detail)))
            .startingAt(code)
            .with(dialogues.cancel(), false)
            .with(go, false),
        go);
  }

  /**
   * Asks whether a group is really to be left.
   *
   * @param called what people call it, safe to show
   */
  void leave(GroupId group, String called, Runnable done) {
    Button go =
        Parts.button(
            "leave-go",
            texts.get("leave"),
            Feather.LOG_OUT,
            () -> {
              Runnable hide = dialogues.hider();
              actions.leave(
                  group,
                  () -> {
                    hide.run();
                    done.run();
                  });
            });
    Button stay = dialogues.cancel();
    dialogues.show(
        new Dialogue(
                "leave",
                texts.get("leave.title", called),
                List.of(Parts.muted(texts.get("leave.text"))))
            .startingAt(stay)
            .with(stay, false)
            .with(go, false),
        go);
  }
}
