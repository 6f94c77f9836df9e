package org.lagroups.node;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lagroups.simnet.arch.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsTheRules() {
    return ArchitectureRules.testsOf(
        "org.lagroups.node",
        Map.of(
            "Captured.json", "reads what a command of this program has printed",
            "ControlClient.open", "the paths are this program's own",
            "HttpLookup.find", "org.lagroups.core.monitor.ask.Question has checked the URL",
            "Keystore.create", "loads nothing into the store that it writes",
            "RetryTokens.writeToken", "copies an ID"));
  }
}
