package org.lagroups.desktop.library;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.files.VerdictBox;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.GroupList.GroupSummary;

/** The place where one says which folders are shared, and with whom. */
public final class LibraryScreen implements Screen {

  private final Texts texts = Texts.of(LibraryScreen.class);
  private final Desk desk;
  private final LibraryModel model;
  private final TextField path = new TextField();
  private final ComboBox<GroupSummary> group = new ComboBox<>();
  private final Label problem = VerdictBox.problemLine();
  private final Label empty = Parts.muted("");
  private final ListView<FolderView> list;
  private final VBox root;
  private final Subscription open;

  public LibraryScreen(Desk desk) {
    this.desk = desk;
    model = new LibraryModel(desk.api());
    path.setId("library-path");
    path.setPromptText(texts.get("path"));
    path.setAccessibleText(texts.get("path"));
    path.setOnAction(_ -> add());
    HBox.setHgrow(path, Priority.ALWAYS);
    problem.setId("library-problem");
    group.setId("library-group");
    group.setItems(model.groups());
    group.setAccessibleText(texts.get("group"));
    group.setPromptText(texts.get("group"));
    group.setConverter(new GroupWords());
    list = new ListView<>(model.folders());
    list.setId("library-folders");
    list.setAccessibleText(texts.get("folders"));
    list.setCellFactory(_ -> new FolderCell(desk.directory(), this::askRemove));
    list.setPlaceholder(empty);
    empty.setId("library-empty");
    list.setOnKeyPressed(event -> {
      FolderView chosen = list.getSelectionModel().getSelectedItem();
      if (event.getCode() == KeyCode.DELETE && chosen != null) {
        askRemove(chosen);
      }
    });
    VBox.setVgrow(list, Priority.ALWAYS);
    Button add = Parts.button("library-add", texts.get("add"), Feather.FOLDER_PLUS, this::add);
    add.getStyleClass().add(Styles.ACCENT);
    root =
        Parts.page(
            texts.get("title"),
            Parts.muted(texts.get("about")),
            Parts.row(
                path,
                Parts.iconButton(
                    "library-choose", texts.get("choose"), Feather.FOLDER, this::choose),
                group,
                add,
                Parts.button(
                    "library-rescan", texts.get("rescan"), Feather.REFRESH_CW, model::rescan)),
            problem,
            list);
    root.setOnDragOver(this::offer);
    root.setOnDragDropped(this::drop);
    ListChangeListener<GroupSummary> changed = _ -> showGroups();
    model.groups().addListener(changed);
    showGroups();
    open =
        Subscription.combine(
            model.problem().subscribe(why -> VerdictBox.show(problem, why)),
            model.known().subscribe(now -> empty.setText(texts.get(now ? "empty" : "waiting"))),
            () -> model.groups().removeListener(changed));
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    path.requestFocus();
  }

  @Override
  public void close() {
    open.unsubscribe();
    group.setItems(null);
    model.close();
  }

  /** A group has to be chosen only where there are several. */
  private void showGroups() {
    boolean isChoice = model.groups().size() > 1;
    group.setVisible(isChoice);
    group.setManaged(isChoice);
  }

  private void add() {
    String typed = path.getText();
    if (!typed.isBlank()) {
      model.add(
          typed.strip(),
          withWhom(),
          () -> {
            if (path.getText().equals(typed)) {
              path.clear();
            }
          });
    }
  }

  private @Nullable GroupId withWhom() {
    GroupSummary chosen = group.getValue();
    return chosen == null ? null : chosen.group();
  }

  private void choose() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("choose"));
    @Nullable File chosen = chooser.showDialog(root.getScene().getWindow());
    if (chosen != null) {
      path.setText(chosen.getPath());
    }
  }

  private void offer(DragEvent event) {
    if (event.getDragboard().hasFiles()) {
      event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
    }
    event.consume();
  }

  /** What is no folder is refused by the node, with words about it. */
  private void drop(DragEvent event) {
    List<File> files = event.getDragboard().getFiles();
    if (files.size() > LibraryModel.MOST_AT_ONCE) {
      desk.notices()
          .tell(
              Notices.Kind.WARNING,
              texts.get("tooMany", LibraryModel.MOST_AT_ONCE, files.size()),
              texts.get("tooManyHint"));
    }
    model.addAll(files.stream().map(File::getPath).toList(), withWhom(), desk.notices()::tell);
    event.setDropCompleted(true);
    event.consume();
  }

  private void askRemove(FolderView folder) {
    Button yes =
        Parts.button(
            "library-remove-yes",
            texts.get("remove"),
            Feather.TRASH_2,
            () -> {
              desk.overlay().hide();
              model.remove(folder);
            });
    yes.getStyleClass().add(Styles.DANGER);
    Button no =
        Parts.button(
            "library-remove-no", texts.get("keep"), Feather.X, () -> desk.overlay().hide());
    VBox card =
        Parts.card(
            texts.get("removeTitle"),
            Parts.muted(texts.get("removeAsk", Shown.line(folder.path(), 300))),
            Parts.row(yes, no));
    card.setId("library-remove-card");
    card.setMaxSize(460, VBox.USE_PREF_SIZE);
    desk.overlay().show(card);
    no.requestFocus();
  }

  private final class GroupWords extends StringConverter<GroupSummary> {

    @Override
    public String toString(@Nullable GroupSummary one) {
      return one == null ? "" : desk.directory().group(one.group());
    }

    @Override
    public @Nullable GroupSummary fromString(String text) {
      return null; // it cannot be typed
    }
  }
}
