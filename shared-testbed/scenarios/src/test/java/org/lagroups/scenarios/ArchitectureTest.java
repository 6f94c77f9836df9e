package org.lagroups.scenarios;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.simnet.arch.ArchitectureRules;

final class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> rules() {
    return ArchitectureRules.testsOf("org.lagroups.scenarios");
  }
}
