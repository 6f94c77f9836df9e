package org.lagroups.fileshare;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.testsOf(
        "org.lagroups.fileshare",
        Map.of("FileIndex.generation", "reads what this program wrote into its own index"));
  }
}
