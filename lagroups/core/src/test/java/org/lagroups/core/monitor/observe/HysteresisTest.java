package org.lagroups.core.monitor.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.monitor.observe.Hysteresis.State;
import org.lagroups.simnet.seed.Seeds;

final class HysteresisTest {

  @Test
  void isUndecidedUntilEnoughGoodOnesCameInARow() {
    Hysteresis hysteresis = new Hysteresis(Steadiness.inARow(3, 2));
    assertThat(hysteresis.state()).isEqualTo(State.UNDECIDED);
    assertThat(states(hysteresis, "+-+")).containsOnly(State.UNDECIDED);
    assertThat(states(hysteresis, "+")).containsExactly(State.PASSING);
  }

  @Test
  void failsOnlyAfterEnoughBadOnesInARow() {
    Hysteresis hysteresis = new Hysteresis(Steadiness.inARow(3, 1));
    assertThat(states(hysteresis, "+--+--")).containsOnly(State.PASSING);
    assertThat(states(hysteresis, "-")).containsExactly(State.FAILING);
  }

  @Test
  void failsAfterEnoughBadOnesAmongTheLast() {
    Hysteresis hysteresis = new Hysteresis(new Steadiness(3, 6, 1));
    assertThat(states(hysteresis, "+-+-++++-+-+")).containsOnly(State.PASSING);
    assertThat(states(hysteresis, "-")).containsExactly(State.FAILING);
  }

  @Test
  void passesAgainOnlyAfterEnoughGoodOnesInARow() {
    Hysteresis hysteresis = new Hysteresis(new Steadiness(1, 1, 3));
    assertThat(states(hysteresis, "-++-++")).containsOnly(State.FAILING);
    assertThat(states(hysteresis, "+")).containsExactly(State.PASSING);
  }

  @Test
  void startsAfreshAfterAChange() {
    Hysteresis hysteresis = new Hysteresis(new Steadiness(2, 8, 2));
    assertThat(states(hysteresis, "--++-"))
        .endsWith(State.FAILING, State.FAILING, State.PASSING, State.PASSING);
  }

  @Test
  void looksBackAsFarAsItsBound() {
    Hysteresis hysteresis = new Hysteresis(new Steadiness(2, Steadiness.MAX_FINDINGS, 1));
    hysteresis.add(true);
    assertThat(states(hysteresis, "-" + "+".repeat(63) + "-")).containsOnly(State.PASSING);
    assertThat(states(hysteresis, "+".repeat(62) + "-")).endsWith(State.FAILING);
  }

  @Test
  void refusesWhatCanNeverBeDecided() {
    for (int[] wrong : new int[][] {{0, 1, 1}, {2, 1, 1}, {1, 65, 1}, {1, 1, 0}, {1, 1, 65}}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Steadiness(wrong[0], wrong[1], wrong[2]));
    }
  }

  @Test
  void doesAsAPlainListOfFindingsWould() {
    Seeds.forEach(
        200,
        20_000,
        seed -> {
          Random random = new Random(seed);
          int of = 1 + random.nextInt(Steadiness.MAX_FINDINGS);
          Steadiness steadiness =
              new Steadiness(
                  1 + random.nextInt(of), of, 1 + random.nextInt(Steadiness.MAX_FINDINGS));
          double share = random.nextDouble();
          Hysteresis hysteresis = new Hysteresis(steadiness);
          State expected = State.UNDECIDED;
          List<Boolean> since = new ArrayList<>();
          for (int i = 0; i < 500; i++) {
            boolean isGood = random.nextDouble() < share;
            since.add(isGood);
            State before = expected;
            expected = next(steadiness, since, before);
            assertThat(hysteresis.add(isGood)).isEqualTo(expected != before);
            assertThat(hysteresis.state()).isEqualTo(expected);
            if (expected != before) {
              since.clear();
            }
          }
        });
  }

  private static State next(Steadiness steadiness, List<Boolean> since, State before) {
    List<Boolean> lastGood = last(since, steadiness.good());
    if (before != State.PASSING
        && lastGood.size() == steadiness.good()
        && !lastGood.contains(false)) {
      return State.PASSING;
    }
    boolean fails = Collections.frequency(last(since, steadiness.of()), false) >= steadiness.bad();
    return before != State.FAILING && fails ? State.FAILING : before;
  }

  private static List<Boolean> last(List<Boolean> all, int count) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  private static List<State> states(Hysteresis hysteresis, String findings) {
    return findings
        .chars()
        .mapToObj(finding -> {
          hysteresis.add(finding == '+');
          return hysteresis.state();
        })
        .toList();
  }
}
