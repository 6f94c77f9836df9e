package org.lagroups.node;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  private static final String ROOT = "org.lagroups.node";
  private static final JavaClasses CLASSES = ArchitectureRules.mainClasses(ROOT);

  @Test
  void dependsOnlyOnWhatLiesBelow() {
    ArchitectureRules.layers().check(CLASSES);
  }

  @Test
  void marksEveryPackageForNullAway() {
    ArchitectureRules.nullMarked().check(CLASSES);
  }

  /** The transport opens its QUIC carrier itself, and so is left out as a starting point. */
  @Test
  void hasNoPackagesInACircle() {
    String[] packages = {
      ROOT + ".cli",
      ROOT + ".control",
      ROOT + ".invitation",
      ROOT + ".process",
      ROOT + ".query",
      ROOT + ".runtime",
      ROOT + ".state"
    };
    ArchitectureRules.noCycles(ROOT).check(ArchitectureRules.mainClasses(packages));
  }
}
