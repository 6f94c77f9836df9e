package org.lagroups.desktop.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.InvitationCreated;

/** Invites somebody to a group, and accepts an invitation. */
final class InvitationDialogues {

  private static final long HOUR = 3_600;

  private final Texts texts;
  private final ActionsModel actions;
  private final Dialogues dialogues;
  private final Notices notices;

  InvitationDialogues(Texts texts, ActionsModel actions, Dialogues dialogues, Notices notices) {
    this.texts = texts;
    this.actions = actions;
    this.dialogues = dialogues;
    this.notices = notices;
  }

  /** Asks how long an invitation is to be valid, makes it, and shows it. */
  void invite(GroupId group) {
    ComboBox<Long> validity = new ComboBox<>();
    validity.getItems().setAll(HOUR, 24 * HOUR, 7 * 24 * HOUR);
    validity.setValue(24 * HOUR);
    validity.setId("invite-validity");
    validity.setConverter(
        Dialogues.shownAs(
            seconds -> texts.get("invite." + (seconds == null ? 0 : seconds / HOUR))));
    Button make =
        Parts.button(
            "invite-make",
            texts.get("invite.make"),
            Feather.SEND,
            () -> actions.invite(group, validity.getValue(), dialogues.whileShown(this::show)));
    dialogues.show(
        new Dialogue(
                "invite",
                texts.get("invite.title"),
                List.of(
                    Parts.muted(texts.get("invite.text")),
                    dialogues.labelled("invite.validity", validity)))
            .startingAt(make)
            .with(dialogues.cancel(), false)
            .with(make, true),
        make);
  }

  private void show(InvitationCreated made) {
    TextArea link = new TextArea(made.link());
    link.setId("invite-link");
    link.setEditable(false);
    link.setWrapText(true);
    link.setPrefRowCount(4);
    link.setAccessibleText(texts.get("invite.link"));
    Button copy =
        Parts.button("invite-copy", texts.get("invite.copy"), Feather.COPY, () -> copy(made));
    List<Node> content = new ArrayList<>();
    content.add(Parts.muted(texts.get("invite.made", until(made.expiresMillis()))));
    QrCanvas.of(made.link())
        .ifPresent(code -> {
          code.setId("invite-qr");
          code.setAccessibleText(texts.get("invite.qr"));
          content.add(Parts.row(Parts.space(), code, Parts.space()));
        });
    content.add(link);
    Button end = Parts.button("invite-end", texts.get("close"), Feather.X, dialogues::hide);
    dialogues.show(
        new Dialogue("invite", texts.get("invite.title"), content)
            .startingAt(copy)
            .with(end, false)
            .with(copy, true),
        copy);
  }

  private void copy(InvitationCreated made) {
    ClipboardContent content = new ClipboardContent();
    content.putString(made.link());
    Clipboard.getSystemClipboard().setContent(content);
    notices.tell(Notices.Kind.DONE, texts.get("invite.copied"), texts.get("invite.secret"));
  }

  /** Asks for a link, and joins; whoever puts the dialogue away waits no longer. */
  void join(Consumer<GroupId> joined) {
    TextArea link = new TextArea();
    link.setId("join-link");
    link.setWrapText(true);
    link.setPrefRowCount(4);
    link.setPromptText("lag:join:…");
    link.setAccessibleText(texts.get("join.link"));
    Object copied = Clipboard.getSystemClipboard().getContent(DataFormat.PLAIN_TEXT);
    if (copied instanceof String text && text.strip().startsWith("lag:join:")) {
      link.setText(text.strip());
    }
    ProgressBar waits = new ProgressBar();
    waits.setId("join-waits");
    waits.setMaxWidth(Double.MAX_VALUE);
    waits.setAccessibleText(texts.get("join.waits"));
    Label waiting = Parts.muted(texts.get("join.waits"));
    for (Node node : List.of(waits, waiting)) {
      node.visibleProperty().bind(actions.joining());
      node.managedProperty().bind(actions.joining());
    }
    Button go =
        Parts.button(
            "join-go",
            texts.get("join.go"),
            Feather.LOG_IN,
            () -> {
              Runnable hide = dialogues.hider();
              actions.join(
                  link.getText(),
                  group -> {
                    hide.run();
                    notices.tell(Notices.Kind.DONE, texts.get("join.done"), "");
                    joined.accept(group);
                  });
            });
    Button cancel =
        Parts.button(
            "join-cancel",
            texts.get("cancel"),
            Feather.X,
            () -> {
              if (actions.joining().get()) {
                actions.cancelJoin();
              } else {
                dialogues.hide();
              }
            });
    dialogues.show(
        new Dialogue(
                "join",
                texts.get("join.title"),
                List.of(Parts.muted(texts.get("join.text")), link, waiting, waits))
            .startingAt(link)
            .with(cancel, false)
            .with(go, true),
        go,
        actions::cancelJoin);
  }

  private static String until(long millis) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withZone(ZoneId.systemDefault())
        .format(Instant.ofEpochMilli(millis));
  }
}
