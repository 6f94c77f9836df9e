package org.lagroups.desktop.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Desk;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Screen;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.cli.Lag;

/** The settings of this window and of the node, a copy of its keys, and what this program is. */
public final class SettingsScreen implements Screen {

  private static final KeyCodeCombination SAVE =
      new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

  /** Under which title the settings of a table are; those of others have one of their own. */
  private static final Map<String, String> GROUPS =
      Map.of(
          "name",
          "node",
          "network",
          "network",
          "groups",
          "node",
          "share",
          "files",
          "cast",
          "streams",
          "tests",
          "tests",
          "control",
          "programs",
          "log",
          "programs");

  /** Above a setting that the person is brought to, in pixels. */
  private static final double MARGIN = 40;

  private final Texts texts = Texts.of(SettingsScreen.class);
  private final SettingsModel model;
  private final LookCard look;
  private final KeysCard keys;
  private final SaveBar bar;
  private final VBox groups = new VBox();
  private final List<FieldRow> rows = new ArrayList<>();
  private final ListChangeListener<FieldModel> listener = _ -> fill();
  private final Subscription open;
  private final ScrollPane scroll;
  private final BorderPane root;

  public SettingsScreen(Desk desk) {
    model = new SettingsModel(desk.api(), desk.settings().unsaved());
    look = new LookCard(texts, desk.settings());
    keys = new KeysCard(texts, new KeysModel(desk.keys()));
    bar = new SaveBar(texts, model);
    groups.setId("settings-node");
    groups.getStyleClass().add("settings-groups");
    Label where = Parts.muted("");
    VBox page = Parts.page(texts.get("title"), look.node(), where, groups, keys.node(), about());
    scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    root = new BorderPane(scroll);
    root.setBottom(bar);
    root.getStylesheets()
        .add(Objects.requireNonNull(getClass().getResource("style.css")).toExternalForm());
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (SAVE.match(event)) {
            model.save();
            event.consume();
          }
        });
    open =
        Subscription.combine(
            model.refused().subscribe(this::lead),
            model
                .file()
                .subscribe(path ->
                    where.setText(
                        path.isEmpty() ? "" : texts.get("nodeSettings", Shown.line(path, 400)))));
    model.fields().addListener(listener);
    fill();
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void focus() {
    // Not a setting, which a key might change unawares.
    root.requestFocus();
  }

  @Override
  public void close() {
    model.fields().removeListener(listener);
    open.unsubscribe();
    rows.forEach(FieldRow::close);
    bar.close();
    look.close();
    keys.close();
    model.close();
  }

  /** Makes a row for each setting; the node tells others only if its file names other groups. */
  private void fill() {
    rows.forEach(FieldRow::close);
    rows.clear();
    Map<String, List<Node>> parts = new LinkedHashMap<>();
    for (FieldModel field : model.fields()) {
      FieldRow row = new FieldRow(texts, field);
      rows.add(row);
      parts.computeIfAbsent(group(field.key()), _ -> new ArrayList<>()).add(row);
    }
    groups
        .getChildren()
        .setAll(
            parts.entrySet().stream()
                .map(one -> Parts.card(one.getKey(), one.getValue().toArray(Node[]::new)))
                .toList());
    if (parts.isEmpty()) {
      groups.getChildren().setAll(Parts.muted(texts.get("waiting")));
    }
  }

  /** Brings the person to the setting that was refused. */
  private void lead(@Nullable FieldModel refused) {
    int index = model.fields().indexOf(refused);
    if (refused == null || index < 0) {
      return;
    }
    FieldRow row = rows.get(index);
    scroll.layout();
    Node page = scroll.getContent();
    double top = page.sceneToLocal(row.localToScene(row.getBoundsInLocal())).getMinY();
    double hidden = page.getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp((top - MARGIN) / hidden, 0, 1));
    row.requestFocus();
  }

  private String group(String key) {
    String table = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    String group = GROUPS.get(table);
    return group == null ? Shown.line(table) : texts.get("group." + group);
  }

  private Node about() {
    return Parts.card(
        texts.get("about"),
        Parts.muted(
            texts.get(
                "aboutVersion",
                Lag.VERSION,
                Runtime.version().toString(),
                System.getProperty("java.vendor", "?"),
                System.getProperty("javafx.runtime.version", "?"),
                System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"))),
        Parts.muted(texts.get("aboutLicence")),
        Parts.muted(texts.get("aboutParts")));
  }
}
