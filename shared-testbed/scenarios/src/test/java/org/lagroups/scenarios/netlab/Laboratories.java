package org.lagroups.scenarios.netlab;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether there can be laboratories here. */
public final class Laboratories {

  private static final String PATH =
      Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/sbin:/usr/sbin";

  private Laboratories() {}

  /**
   * Skips a test that needs one where tools or rights are missing. Where they are there, what is
   * wrong with laboratories is for the test to find.
   */
  public static void assumePossible() throws InterruptedException {
    for (String tool : List.of("ip", "tc", "nft")) {
      assumeTrue(isThere(tool), "needs " + tool);
    }
    Optional<NetworkSpace> space = NetworkSpace.makeIfPossible("possible");
    space.ifPresent(NetworkSpace::close);
    assumeTrue(space.isPresent(), "needs root's right to make network namespaces");
  }

  private static boolean isThere(String tool) {
    return Arrays.stream(PATH.split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
  }
}
