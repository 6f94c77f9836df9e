package org.lagroups.desktop.screen;

import java.net.URI;

/**
 * Opens things with the system's own programs, without waiting for them. What could not be opened
 * becomes a notice. On the JavaFX thread.
 */
public interface Opener {

  /**
   * Shows the folder that a file is in.
   *
   * @param file as the node says it, which may run on another machine
   */
  void reveal(String file);

  /** Plays what is at this address in the player that the system has for streams. */
  void play(URI address);
}
