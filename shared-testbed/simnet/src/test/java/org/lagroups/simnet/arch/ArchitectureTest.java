package org.lagroups.simnet.arch;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules, on this module and on machine, which cannot depend on this module itself. */
class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> simnetKeepsTheRules() {
    return ArchitectureRules.testsOf("org.lagroups.simnet");
  }

  @TestFactory
  Stream<DynamicTest> machineKeepsTheRules() {
    return ArchitectureRules.testsOf("org.lagroups.machine");
  }
}
