package org.lagroups.scenarios.bench.group;

/** What {@link GroupBenchmark} can measure by itself. */
public enum GroupPart {
  /** Members of each library die, stand still and fall silent. */
  CRASH("crash"),
  /** What each library sends while nothing happens. */
  IDLE("idle"),
  /** What ours costs by its size. */
  SIZE("size");

  private final String title;

  GroupPart(String title) {
    this.title = title;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return title;
  }
}
