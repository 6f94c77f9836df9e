package org.lagroups.wormguard.cooperate.protocol;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.wormguard.cooperate.judge.TestResult;

/** What the machine has counted. On its thread. */
public final class GuardCounters {

  private final Map<GuardDrop, Long> dropped = new EnumMap<>(GuardDrop.class);
  private final Map<GuardCount, Long> counted = new EnumMap<>(GuardCount.class);

  GuardCounters() {}

  /** How much was dropped for a reason. */
  public long dropped(GuardDrop reason) {
    return dropped.getOrDefault(reason, 0L);
  }

  /** How much was counted of something. */
  public long counted(GuardCount what) {
    return counted.getOrDefault(what, 0L);
  }

  void count(GuardCount what) {
    count(what, 1);
  }

  void count(GuardCount what, long howMany) {
    counted.merge(what, howMany, Long::sum);
  }

  void tested(TestResult result) {
    count(
        switch (result) {
          case TestResult.Passed passed -> GuardCount.TESTS_PASSED;
          case TestResult.Doubtful doubtful -> GuardCount.TESTS_DOUBTFUL;
          case TestResult.Failed failed -> GuardCount.TESTS_FAILED;
          case TestResult.Undecided undecided -> GuardCount.TESTS_UNDECIDED;
        });
  }

  void drop(GuardDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }
}
