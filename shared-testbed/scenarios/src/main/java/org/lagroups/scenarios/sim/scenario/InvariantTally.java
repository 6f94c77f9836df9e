package org.lagroups.scenarios.sim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How often an invariant was looked at, and what was seen when it did not hold. */
public final class InvariantTally {

  /** More violations than these are only counted. */
  static final int MAX_KEPT = 10;

  private final String name;
  private final List<String> kept = new ArrayList<>();
  private long checks;
  private long violations;

  InvariantTally(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  public long checks() {
    return checks;
  }

  public long violations() {
    return violations;
  }

  /** The first violations in words. */
  public List<String> seen() {
    return Collections.unmodifiableList(kept);
  }

  void checked(long times) {
    checks += times;
  }

  void violated(String seen) {
    violations++;
    if (kept.size() < MAX_KEPT) {
      kept.add(seen);
    }
  }

  void addAll(InvariantTally other, String where) {
    checks += other.checks;
    violations += other.violations;
    other.kept.stream()
        .limit(MAX_KEPT - kept.size())
        .forEach(seen -> kept.add(seen + System.lineSeparator() + "    " + where));
  }
}
