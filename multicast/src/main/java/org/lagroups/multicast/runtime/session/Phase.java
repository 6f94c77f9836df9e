package org.lagroups.multicast.runtime.session;

import java.util.Locale;

/** How far a session is. */
enum Phase {
  ASKING,
  OPENING,
  RUNNING,
  FINISHING,
  DONE,
  FAILED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isOver() {
    return this == DONE || this == FAILED;
  }
}
