package org.lagroups.desktop.screen;

import javafx.scene.Parent;

/** One screen of the window, made when it is entered and closed when it is left. */
public interface Screen extends AutoCloseable {

  /** What is shown. */
  Parent root();

  /** Puts the keyboard where one would begin. */
  default void focus() {
    root().requestFocus();
  }

  /** Lets go of everything that it listens to. */
  @Override
  void close();
}
