package org.lagroups.wormguard;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.testsOf("org.lagroups.wormguard");
  }
}
