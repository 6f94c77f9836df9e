package org.lagroups.desktop.screen;

import javafx.scene.Node;

/**
 * Shows one thing above everything else of the window, such as a dialogue. While it is shown it
 * alone has the keyboard; afterwards the keyboard is where it was. On the JavaFX thread.
 */
public interface Overlay {

  /**
   * Shows it, in place of what was shown.
   *
   * @param gone runs once it is taken away, by whatever means: by {@link #hide}, by Escape, by a
   *     click beside it, by another that is shown in its place, or by going to another place
   */
  void show(Node content, Runnable gone);

  /** Shows it, in place of what was shown. */
  default void show(Node content) {
    show(content, () -> {});
  }

  /** Whether this is what is shown. */
  boolean shows(Node content);

  /** Takes this away if it is what is shown: another dialogue stays. */
  void hide(Node content);

  /** Takes away whatever is shown. */
  void hide();
}
