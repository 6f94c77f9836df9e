package org.lagroups.desktop.people;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.ReasonInfo;

/** What is asked of a person before something is done. One is open at a time. */
final class Dialogues implements AutoCloseable {

  private static final long HOUR = 3_600;
  private static final List<Long> VALIDITIES =
      List.of(10_000L, 30_000L, 60_000L, 120_000L, 300_000L, 900_000L, 3_600_000L);

  private final Texts texts;
  private final MemberWords words;
  private final ActionsModel actions;
  private final Overlay overlay;
  private final Notices notices;
  private Subscription open = Subscription.EMPTY;

  Dialogues(
      Texts texts, MemberWords words, ActionsModel actions, Overlay overlay, Notices notices) {
    this.texts = texts;
    this.words = words;
    this.actions = actions;
    this.overlay = overlay;
    this.notices = notices;
  }

  /** Asks how long an invitation is to be valid, makes it, and shows it. */
  void invite(GroupId group) {
    ComboBox<Long> validity = new ComboBox<>();
    validity.getItems().setAll(HOUR, 24 * HOUR, 7 * 24 * HOUR);
    validity.setValue(24 * HOUR);
    validity.setId("invite-validity");
    validity.setConverter(
        shownAs(seconds -> texts.get("invite." + (seconds == null ? 0 : seconds / HOUR))));
    Button make =
        Parts.button(
            "invite-make",
            texts.get("invite.make"),
            Feather.SEND,
            () -> actions.invite(group, validity.getValue(), this::show));
    show(
        new Dialogue(
                "invite",
                texts.get("invite.title"),
                List.of(
                    Parts.muted(texts.get("invite.text")), labelled("invite.validity", validity)))
            .startingAt(make)
            .with(cancel(), false)
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
    Button end = Parts.button("invite-end", texts.get("close"), Feather.X, this::hide);
    show(
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

  /** Asks for a link, and joins; waiting can be cancelled. */
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
      node.visibleProperty().bind(actions.busy());
      node.managedProperty().bind(actions.busy());
    }
    Button go =
        Parts.button(
            "join-go",
            texts.get("join.go"),
            Feather.LOG_IN,
            () ->
                actions.join(
                    link.getText(),
                    group -> {
                      hide();
                      notices.tell(Notices.Kind.DONE, texts.get("join.done"), "");
                      joined.accept(group);
                    }));
    Button cancel =
        Parts.button(
            "join-cancel",
            texts.get("cancel"),
            Feather.X,
            () -> {
              if (actions.busy().get()) {
                actions.cancelJoin();
              } else {
                hide();
              }
            });
    show(
        new Dialogue(
                "join",
                texts.get("join.title"),
                List.of(Parts.muted(texts.get("join.text")), link, waiting, waits))
            .startingAt(link)
            .with(cancel, false)
            .with(go, true),
        go);
  }

  /** Asks for the settings of a new group, and makes it. */
  void create(Consumer<GroupId> made) {
    ComboBox<Long> validity = new ComboBox<>();
    validity.setId("create-validity");
    validity.getItems().setAll(VALIDITIES);
    validity.setValue(GroupSettings.DEFAULT.validityMillis());
    validity.setConverter(
        shownAs(millis -> millis == null ? "" : texts.get("create.seconds", millis / 1_000)));
    int most = GroupSettings.HARD_MAX_MEMBERS;
    Spinner<Integer> members = new Spinner<>(2, most, most);
    members.setId("create-members");
    TextField robust = field("create-robust", "none");
    Dialogue[] shown = new Dialogue[1];
    Button go =
        Parts.button(
            "create-go",
            texts.get("create.go"),
            Feather.PLUS,
            () ->
                actions.create(
                    validity.getValue(),
                    members.getValue(),
                    robust.getText(),
                    problem -> shown[0].tell(problem),
                    group -> {
                      hide();
                      made.accept(group);
                    }));
    shown[0] =
        new Dialogue(
                "create",
                texts.get("create.title"),
                List.of(
                    Parts.muted(texts.get("create.text")),
                    labelled("create.validity", validity),
                    labelled("create.members", members),
                    labelled("create.robust", robust),
                    Parts.muted(texts.get("create.rules"))))
            .startingAt(validity)
            .with(cancel(), false)
            .with(go, true);
    show(shown[0], go);
  }

  /** Asks for the reason of a ban. */
  void ban(String name, Consumer<ReasonInfo> decided) {
    ComboBox<ReasonCode> code = new ComboBox<>();
    code.setId("ban-reason");
    code.getItems()
        .setAll(Arrays.stream(ReasonCode.values()).filter(one -> one != ReasonCode.LEFT).toList());
    code.setValue(ReasonCode.MISBEHAVED);
    code.setConverter(
        shownAs(one -> one == null ? "" : words.reason(new ReasonInfo(ReasonInfo.word(one), ""))));
    TextField detail = field("ban-detail", "");
    Button go =
        Parts.button(
            "ban-go",
            texts.get("ban"),
            Feather.SLASH,
            () ->
                decided.accept(
                    new ReasonInfo(ReasonInfo.word(code.getValue()), detail.getText().strip())));
    show(
        new Dialogue(
                "ban",
                texts.get("ban.title", name),
                List.of(
                    Parts.muted(texts.get("ban.text")),
                    labelled("ban.reason", code),
                    labelled("ban.detail", detail)))
            .startingAt(code)
            .with(cancel(), false)
            .with(go, false),
        go);
  }

  /** Asks whether a group is really to be left. */
  void leave(GroupId group, Runnable done) {
    Button go =
        Parts.button(
            "leave-go",
            texts.get("leave"),
            Feather.LOG_OUT,
            () ->
                actions.leave(
                    group,
                    () -> {
                      hide();
                      done.run();
                    }));
    Button stay = cancel();
    show(
        new Dialogue(
                "leave",
                texts.get("leave.title", Shown.line(group.toString(), 14)),
                List.of(Parts.muted(texts.get("leave.text"))))
            .startingAt(stay)
            .with(stay, false)
            .with(go, false),
        go);
  }

  /** Takes away what is shown. */
  void hide() {
    open.unsubscribe();
    open = Subscription.EMPTY;
    overlay.hide();
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private void show(Dialogue dialogue, Button go) {
    open.unsubscribe();
    actions.clear();
    open =
        Subscription.combine(
            actions.refused().subscribe(dialogue::tell), actions.busy().subscribe(go::setDisable));
    overlay.show(dialogue);
  }

  private Button cancel() {
    return Parts.button("dialogue-cancel", texts.get("cancel"), Feather.X, this::hide);
  }

  private Node labelled(String key, Node control) {
    Label label = new Label(texts.get(key));
    label.setLabelFor(control);
    control.setAccessibleText(texts.get(key));
    label.getStyleClass().add("people-label");
    return Parts.row(label, control);
  }

  private static TextField field(String id, String prompt) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(prompt);
    return field;
  }

  private static String until(long millis) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withZone(ZoneId.systemDefault())
        .format(Instant.ofEpochMilli(millis));
  }

  private interface Words<T> {
    String of(@Nullable T value);
  }

  private static <T> StringConverter<T> shownAs(Words<T> words) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return words.of(value);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("it is chosen, not typed");
      }
    };
  }
}
