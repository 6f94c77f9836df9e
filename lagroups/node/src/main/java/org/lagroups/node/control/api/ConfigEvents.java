package org.lagroups.node.control.api;

/** The event about settings. */
public final class ConfigEvents {

  /** The file of settings was changed through the control API; carries {@link Changed}. */
  public static final String CHANGED = "config.changed";

  private ConfigEvents() {}

  /**
   * Which one.
   *
   * @param file the file, of which the present content is to be asked for
   */
  public record Changed(String file) {}
}
