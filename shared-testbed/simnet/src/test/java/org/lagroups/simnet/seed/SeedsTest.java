package org.lagroups.simnet.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SeedsTest {

  private static List<Long> seedsWith(String property, String value) {
    String before = System.getProperty(property);
    System.setProperty(property, value);
    try {
      return Seeds.stream(3, 7).boxed().toList();
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }

  @Test
  void deriveFromTheBase() {
    List<Long> some = seedsWith("lag.seed.base", "3fced82");
    assertThat(some).doesNotHaveDuplicates().isEqualTo(seedsWith("lag.seed.base", "3fced82"));
    assertThat(some).doesNotContainAnyElementsOf(seedsWith("lag.seed.base", "8b37806"));
  }

  @Test
  void beginWithTheBaseIfItIsANumberSoThatAFailureIsReplayedFirst() {
    assertThat(seedsWith("lag.seed.base", "77")).startsWith(77L).hasSize(3);
    assertThat(seedsWith("lag.seed.base", "-77")).startsWith(-77L);
    assertThat(seedsWith("lag.seed.base", "lagroups")).allMatch(seed -> seed >= 0);
  }

  @Nested
  class NestedTest {

    @Test
    void isQuotedForTheShell() {
      assertThat(ReplayCommand.forRunningTest(5))
          .isEqualTo(
              "./lag test --module simnet"
                  + " --only 'SeedsTest$NestedTest#isQuotedForTheShell' --seed 5");
    }
  }

  @Test
  void areManyInALongRun() {
    assertThat(seedsWith("lag.full", "true")).hasSize(7);
    assertThat(seedsWith("lag.full", "false")).hasSize(3);
  }

  @Test
  void areOneInAReplay() {
    assertThat(seedsWith("lag.seed", "-42")).containsExactly(-42L);
  }

  @Test
  void saysHowToReplayTheFirstFailure() {
    List<Long> tried = new ArrayList<>();
    List<Long> seeds = Seeds.stream(3, 7).boxed().toList();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            Seeds.forEach(
                3,
                7,
                seed -> {
                  tried.add(seed);
                  assertThat(tried).as("only one").hasSizeLessThan(2);
                }))
        .withMessageContaining("seed " + seeds.get(1) + " failed (number 2 of ")
        .withMessageContaining("only one")
        .withMessageEndingWith(
            "replay with: ./lag test --module simnet"
                + " --only SeedsTest#saysHowToReplayTheFirstFailure --seed "
                + seeds.get(1));
    assertThat(tried).hasSize(2);
  }
}
