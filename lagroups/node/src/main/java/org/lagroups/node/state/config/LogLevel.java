package org.lagroups.node.state.config;

import java.util.Locale;

/** How much is logged; each level includes those before it. */
public enum LogLevel {
  /** What does not work and has to be seen to. */
  ERROR,
  /** What should not happen, but is coped with. */
  WARN,
  /** The node's life: starts, members that come and go. */
  INFO,
  /** What someone needs who looks for a fault. */
  DEBUG,
  /** Everything. */
  TRACE;

  /** As it stands in the settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
