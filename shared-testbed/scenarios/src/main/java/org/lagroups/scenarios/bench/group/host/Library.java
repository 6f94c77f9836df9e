package org.lagroups.scenarios.bench.group.host;

/** Whose groups are measured. */
public enum Library {
  /** Ours. */
  LAGROUPS("LA-Groups"),
  /** Group communication: JGroups, with the stack that it ships for TCP. */
  JGROUPS("JGroups"),
  /** SWIM: ScaleCube. */
  SCALECUBE("ScaleCube");

  private final String title;

  Library(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }
}
