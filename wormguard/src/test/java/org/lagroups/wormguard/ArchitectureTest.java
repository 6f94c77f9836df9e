package org.lagroups.wormguard;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.testsOf(
        "org.lagroups.wormguard",
        Map.of(
            "ToolSession.read",
            "keeps lines of a tool of the system that this program has started, as they are"));
  }
}
