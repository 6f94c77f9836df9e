package org.lagroups.scenarios.bench.group.space;

import java.util.Locale;

/** Where members run that are joined by a {@link StarNetwork}: each with an address of its own. */
public enum Place {
  /** Most members. */
  CROWD("10.77.0.1"),
  /** The one that always reaches the troubled one. */
  FRIEND("10.77.0.2"),
  /** The one whose packets get lost. */
  TROUBLED("10.77.0.3");

  private final String address;

  Place(String address) {
    this.address = address;
  }

  /** Its address; the same in each network, as no two are joined. */
  public String address() {
    return address;
  }

  /** The end of its cable, for rules. */
  String cable() {
    return name().toLowerCase(Locale.ROOT);
  }
}
