package org.lagroups.desktop.screen;

import javafx.scene.Node;

/** Shows one thing above everything else of the window, such as a dialogue. */
public interface Overlay {

  /** Shows it, in place of what was shown; Escape or {@link #hide} takes it away. */
  void show(Node content);

  /** Takes away what is shown. */
  void hide();
}
