package org.lagroups.desktop.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Overlay;
import org.lagroups.desktop.screen.Parts;

/** Dialogues above the window, whose other parts cannot be used meanwhile. */
final class ModalOverlay implements Overlay {

  private final ModalPane pane = new ModalPane();
  private final Node beneath;
  private @Nullable Node shown;
  private @Nullable Node focusedBefore;
  private Runnable gone = () -> {};

  ModalOverlay(Node beneath) {
    this.beneath = beneath;
    pane.setId("overlay");
    // Whoever asked for less motion, and every test, is served at once.
    pane.setInTransitionFactory(null);
    pane.setOutTransitionFactory(null);
    // Escape, and a click beside the dialogue, take it away without asking here.
    pane.displayProperty()
        .subscribe(isShown -> {
          if (!isShown) {
            taken();
          }
        });
  }

  ModalPane pane() {
    return pane;
  }

  @Override
  public void show(Node content, Runnable whenGone) {
    if (shown == null) {
      Scene scene = beneath.getScene();
      focusedBefore = scene == null ? null : scene.getFocusOwner();
    } else {
      forget();
    }
    shown = content;
    gone = whenGone;
    pane.show(content);
    beneath.setDisable(true);
    Parts.focusIn(content);
  }

  @Override
  public boolean shows(Node content) {
    return content.equals(shown);
  }

  @Override
  public void hide(Node content) {
    if (shows(content)) {
      hide();
    }
  }

  @Override
  public void hide() {
    pane.hide(true);
  }

  private void taken() {
    if (shown == null) {
      return;
    }
    pane.setContent(null);
    beneath.setDisable(false);
    Node before = focusedBefore;
    focusedBefore = null;
    forget();
    if (before != null && shown == null) {
      before.requestFocus();
    }
  }

  private void forget() {
    Runnable task = gone;
    shown = null;
    gone = () -> {};
    task.run();
  }
}
