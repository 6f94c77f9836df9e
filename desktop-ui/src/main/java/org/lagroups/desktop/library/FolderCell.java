package org.lagroups.desktop.library;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.node.cli.Amounts;

/** A shared folder: where it is, how much is in it, with whom it is shared, and what it is at. */
final class FolderCell extends ListCell<FolderView> {

  /** As many problems are told under the pointer. */
  private static final int MOST_PROBLEMS = 10;

  private static final double BAR = 8;

  private static final Map<String, Feather> ICONS =
      Map.of(
          "waiting", Feather.CLOCK,
          "listing", Feather.SEARCH,
          "hashing", Feather.CLOCK,
          "ready", Feather.CHECK_CIRCLE,
          "unreadable", Feather.ALERT_TRIANGLE,
          "failed", Feather.ALERT_TRIANGLE);

  private final Texts texts = Texts.of(FolderCell.class);
  private final Directory directory;
  private final Label path = new Label("", new FontIcon(Feather.FOLDER));
  private final FontIcon icon = new FontIcon(Feather.CLOCK);
  private final Label state = new Label("", icon);
  private final Label facts = Parts.muted("");
  private final ProgressBar bar = new ProgressBar();
  private final Label problems = new Label();
  private final Tooltip tooltip = new Tooltip();
  private final VBox box;

  FolderCell(Directory directory, Consumer<FolderView> remove) {
    this.directory = directory;
    path.getStyleClass().add(Styles.TEXT_BOLD);
    path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    state.setMinWidth(USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinHeight(BAR); // rows are measured before styles are known
    problems.getStyleClass().add(Styles.WARNING);
    box =
        new VBox(
            Parts.row(
                path,
                Parts.space(),
                state,
                Parts.iconButton(
                    "library-remove",
                    texts.get("remove"),
                    Feather.TRASH_2,
                    () -> {
                      FolderView mine = getItem();
                      if (mine != null) {
                        remove.accept(mine);
                      }
                    })),
            facts,
            bar,
            problems);
    box.setSpacing(4);
    box.setPadding(new Insets(8, 0, 8, 0));
    setPrefWidth(0); // as wide as the list, not as the longest path
  }

  @Override
  protected void updateItem(@Nullable FolderView folder, boolean empty) {
    super.updateItem(folder, empty);
    setText(null);
    if (empty || folder == null) {
      setGraphic(null);
      return;
    }
    path.setText(Shown.line(folder.path(), 300));
    icon.setIconCode(Objects.requireNonNullElse(ICONS.get(folder.phase()), Feather.HELP_CIRCLE));
    state.setText(state(folder));
    facts.setText(
        texts.get(
            "facts",
            folder.files(),
            Amounts.bytes(folder.bytes()),
            folder.skipped(),
            groups(folder.groups())));
    boolean isHashing = folder.phase().equals("hashing");
    bar.setVisible(isHashing);
    bar.setManaged(isHashing);
    bar.setProgress(
        folder.bytesToHash() == 0 ? 0 : (double) folder.bytesHashed() / folder.bytesToHash());
    problems.setText(problems(folder));
    problems.setVisible(!folder.problems().isEmpty());
    problems.setManaged(!folder.problems().isEmpty());
    tooltip.setText(allProblems(folder));
    problems.setTooltip(folder.problems().isEmpty() ? null : tooltip);
    setAccessibleText(path.getText() + ". " + state.getText() + ". " + facts.getText());
    setGraphic(box);
  }

  private String state(FolderView folder) {
    String key = "phase." + folder.phase();
    if (!texts.has(key)) {
      return Shown.line(folder.phase(), 20);
    }
    String left = Amounts.seconds(folder.secondsLeft());
    return texts.get(
        key,
        folder.filesHashed(),
        folder.filesToHash(),
        left.isEmpty() ? "" : texts.get("left", left));
  }

  private String groups(List<GroupId> groups) {
    return groups.isEmpty()
        ? texts.get("nobody")
        : texts.get(
            "with", groups.stream().map(directory::group).collect(Collectors.joining("; ")));
  }

  private String problems(FolderView folder) {
    if (folder.problems().isEmpty()) {
      return "";
    }
    String first = Shown.line(folder.problems().getFirst(), 300);
    long others = folder.problemCount() - 1;
    return others > 0 ? first + " " + texts.get("moreProblems", others) : first;
  }

  private static String allProblems(FolderView folder) {
    return folder.problems().stream()
        .limit(MOST_PROBLEMS)
        .map(problem -> Shown.line(problem, 300))
        .collect(Collectors.joining("\n"));
  }
}
