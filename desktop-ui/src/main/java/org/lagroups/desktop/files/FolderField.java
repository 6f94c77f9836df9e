package org.lagroups.desktop.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Texts;

/** A folder: typed, since the node may be on another machine, or chosen on this one. */
public final class FolderField extends HBox {

  private static final String HOME = System.getProperty("user.home", "");

  private static final CompletableFuture<String> USUAL =
      CompletableFuture.supplyAsync(FolderField::usual);

  private final Texts texts = Texts.of(FolderField.class);
  private final TextField field;
  private boolean isChoosing;

  /**
   * A field with the folder for downloads.
   *
   * @param place begins the IDs of its controls
   * @param last the folder used last; empty for the user's own one
   */
  public static FolderField forDownloads(String place, String last) {
    FolderField made = new FolderField(place, last);
    if (last.isEmpty()) {
      // A home on a slow disk must not hold up the window.
      var _ = USUAL.thenAccept(usual -> Platform.runLater(() -> made.propose(usual)));
    }
    return made;
  }

  /**
   * A field with a folder.
   *
   * @param place begins the IDs of its controls
   * @param folder what is in it at first; may be empty
   */
  public FolderField(String place, String folder) {
    field = new TextField(folder);
    field.setId(place + "-folder");
    field.setAccessibleText(texts.get("folder"));
    field.setPromptText(texts.get("folder"));
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren()
        .setAll(
            field,
            Parts.iconButton(place + "-choose", texts.get("choose"), Feather.FOLDER, this::choose));
    getStyleClass().add("row");
  }

  /** What is in it. */
  public String folder() {
    return field.getText().strip();
  }

  private void propose(String folder) {
    if (field.getText().isEmpty()) {
      field.setText(folder);
    }
  }

  /** Whether the folder is there is asked elsewhere: its disk may be slow. */
  private void choose() {
    if (isChoosing) {
      return;
    }
    isChoosing = true;
    File now = new File(folder());
    var _ =
        CompletableFuture.supplyAsync(now::isDirectory)
            .thenAccept(isThere -> Platform.runLater(() -> choose(isThere ? now : null)));
  }

  private void choose(@Nullable File first) {
    isChoosing = false;
    if (getScene() == null) {
      return; // left meanwhile
    }
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("choose"));
    chooser.setInitialDirectory(first);
    @Nullable File chosen = chooser.showDialog(getScene().getWindow());
    if (chosen != null) {
      field.setText(chosen.getPath());
    }
  }

  private static String usual() {
    Path downloads = Path.of(HOME, "Downloads");
    return Files.isDirectory(downloads) ? downloads.toString() : HOME;
  }
}
