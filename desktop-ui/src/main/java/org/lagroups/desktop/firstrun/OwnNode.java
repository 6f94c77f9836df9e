package org.lagroups.desktop.firstrun;

import org.lagroups.desktop.link.Answer;

/** The node that lives as long as the window does. On the JavaFX thread; nothing here blocks. */
public interface OwnNode {

  /** The code of the problem when the keystore needs a passphrase, or another one. */
  String PASSPHRASE = "passphrase";

  /** The code of the problem when the settings, such as the name, are wrong. */
  String CONFIG = "config";

  /** Whether there was no node at this home when the window opened. */
  boolean isNew();

  /**
   * Starts the node. One that runs under another name is ended first and started again.
   *
   * @param name what it calls itself from now on; empty to leave that as it is
   * @param passphrase of the keystore, which is forgotten then; empty for none
   */
  Answer<Boolean> start(String name, char[] passphrase);
}
