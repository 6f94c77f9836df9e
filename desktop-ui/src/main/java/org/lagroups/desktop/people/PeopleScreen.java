package org.lagroups.desktop.people;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Layout;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.screen.TwoLineCell;
import org.lagroups.machine.GroupId;

/** Friends and groups. */
public final class PeopleScreen implements Screen {

  private static final double LIST_PART = 0.36;
  private static final double GROUP_WIDTH = 280;

  private final Texts texts = Texts.of(PeopleScreen.class);
  private final MemberWords words = new MemberWords(texts);
  private final PeopleModel model;
  private final Directory directory;
  private final ActionsModel actions;
  private final Dialogues dialogues;
  private final InvitationDialogues invitations;
  private final GroupDialogues ofGroups;
  private final ComboBox<GroupId> group = new ComboBox<>();
  private final ListView<MemberLine> list = new ListView<>();
  private final MemberDetails details;
  private final GraphModel graph;
  private final GraphPane graphPane;
  private final VBox root;
  private final Subscription open;

  public PeopleScreen(Desk desk) {
    Layout layout = desk.settings().layout();
    model = new PeopleModel(desk.api(), desk.directory());
    directory = desk.directory();
    actions = new ActionsModel(desk.api());
    dialogues = new Dialogues(texts, actions, desk.overlay());
    invitations = new InvitationDialogues(texts, actions, dialogues, desk.notices());
    ofGroups = new GroupDialogues(texts, words, actions, dialogues);
    details = new MemberDetails(texts, words, this::attest, this::ban, this::unban);
    Button create = button("create", Feather.PLUS, () -> ofGroups.create(model.group()::set));
    Button join = button("join", Feather.LOG_IN, () -> invitations.join(model.group()::set));
    Button invite = button("invite", Feather.USER_PLUS, () -> inGroup(invitations::invite));
    Button leave =
        button(
            "leave",
            Feather.LOG_OUT,
            () -> inGroup(of -> ofGroups.leave(of, directory.group(of), () -> {})));
    invite.disableProperty().bind(model.group().isNull());
    leave.disableProperty().bind(model.group().isNull());
    setUpGroups();
    setUpList();
    graph = new GraphModel(desk.api(), model, desk.history());
    graphPane = new GraphPane(texts, graph, model);
    TabPane tabs = new TabPane(tab("member", details), tab("graph", graphPane));
    tabs.setId("people-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    SplitPane split = new SplitPane(list, tabs);
    SplitPane.setResizableWithParent(list, false);
    VBox.setVgrow(split, Priority.ALWAYS);
    Label chooses = new Label(texts.get("group"));
    chooses.setLabelFor(group);
    root =
        Parts.page(
            texts.get("title"),
            Parts.row(chooses, group, Parts.space(), invite, join, create, leave),
            split);
    root.getStylesheets()
        .add(Objects.requireNonNull(PeopleScreen.class.getResource("style.css")).toExternalForm());
    open =
        Subscription.combine(
            model.group().subscribe(group::setValue),
            group.valueProperty().subscribe(this::look),
            // Only another converter makes it say its value anew.
            directory
                .changes()
                .subscribe(_ ->
                    group.setConverter(
                        Dialogues.shownAs(of -> of == null ? "" : directory.group(of)))),
            model.view().subscribe(_ -> showChosen()),
            model.chosen().subscribe(_ -> showChosen()),
            list.getSelectionModel().selectedItemProperty().subscribe(this::choose),
            layout.divider(split, "people.split", LIST_PART),
            layout.tab(tabs, "people.tab"),
            actions
                .refused()
                .subscribe(problem -> {
                  // An open dialogue says so itself.
                  if (problem != null && !dialogues.isOpen()) {
                    desk.notices().tell(problem);
                  }
                }));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    list.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    dialogues.close();
    actions.close();
    graphPane.close();
    graph.close();
    model.close();
  }

  private Button button(String key, Feather icon, Runnable action) {
    return Parts.button("people-" + key, texts.get(key), icon, action);
  }

  private Tab tab(String key, Node content) {
    Tab tab = new Tab(texts.get("tab." + key), content);
    tab.setId("people-tab-" + key);
    return tab;
  }

  private void setUpGroups() {
    group.setId("people-group");
    group.setPrefWidth(GROUP_WIDTH);
    group.setItems(model.groups());
    group.setAccessibleText(texts.get("group"));
    group.setPromptText(texts.get("noGroup"));
  }

  private void setUpList() {
    list.setId("people-list");
    list.setItems(model.members());
    list.setCellFactory(
        _ -> new TwoLineCell<>(MemberDetails::icon, MemberLine::name, words::summary));
    list.setAccessibleText(texts.get("members"));
    Label empty = Parts.muted(texts.get("empty"));
    empty.getStyleClass().add("people-empty");
    list.setPlaceholder(empty);
  }

  private void look(@Nullable GroupId of) {
    if (of != null) {
      model.group().set(of);
    }
  }

  private void choose(@Nullable MemberLine line) {
    if (line != null && !model.isChanging()) {
      model.chosen().set(line.node());
    }
  }

  private void showChosen() {
    MemberLine line = model.chosenLine();
    details.show(line);
    if (line != null && !line.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(line);
    }
  }

  private void inGroup(Consumer<GroupId> action) {
    GroupId of = model.group().get();
    if (of != null) {
      action.accept(of);
    }
  }

  private void attest() {
    MemberLine line = model.chosenLine();
    if (line != null) {
      inGroup(of -> actions.attest(of, line.node(), model::again));
    }
  }

  private void unban() {
    MemberLine line = model.chosenLine();
    if (line != null) {
      inGroup(of -> actions.unban(of, line.node(), model::again));
    }
  }

  private void ban() {
    MemberLine line = model.chosenLine();
    if (line != null) {
      inGroup(of -> ofGroups.ban(of, line.node(), line.name(), model::again));
    }
  }
}
