package org.lagroups.desktop.shell;

import atlantafx.base.controls.ModalPane;
import javafx.scene.Node;
import org.lagroups.desktop.screen.Overlay;

/** Dialogues above the window. */
final class ModalOverlay implements Overlay {

  private final ModalPane pane = new ModalPane();

  ModalOverlay() {
    pane.setId("overlay");
    // Whoever asked for less motion, and every test, is served at once.
    pane.setInTransitionFactory(null);
    pane.setOutTransitionFactory(null);
  }

  ModalPane pane() {
    return pane;
  }

  @Override
  public void show(Node content) {
    pane.show(content);
    content.requestFocus();
  }

  @Override
  public void hide() {
    pane.hide(true);
  }
}
