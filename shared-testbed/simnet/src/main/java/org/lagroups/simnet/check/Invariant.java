package org.lagroups.simnet.check;

import java.time.Duration;
import java.util.List;

/** A checker with its name. */
public record Invariant(String name, Checker checker) {

  /** What does not hold at this moment. */
  public List<Violation> violations(Duration now) {
    Findings findings = new Findings(name, now);
    checker.check(findings);
    return findings.violations();
  }
}
