package org.lagroups.scenarios.bench.group.space;

import java.util.Locale;

/** Where members run that are joined by a {@link StarNetwork}: each with an address of its own. */
public enum Place {
  /** Most members. */
  CROWD,
  /** The one that always reaches the troubled one. */
  FRIEND,
  /** The one whose packets get lost. */
  TROUBLED;

  /** The name of its host. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
