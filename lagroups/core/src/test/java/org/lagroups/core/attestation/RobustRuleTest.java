package org.lagroups.core.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RobustRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"none", "1", "3", "63", "third/1", "majority/12"})
  void readsWhatItWrites(String text) {
    assertThat(RobustRule.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "64",
        "100",
        "-1",
        "03",
        "three",
        "None",
        "1 ",
        "1\n",
        "٣",
        "third/",
        "third/0",
        "half",
        "third/64",
        "/2"
      })
  void refusesWhatIsNoRule(String text) {
    assertThatThrownBy(() -> RobustRule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("robust membership is");
  }

  @Test
  void theStaticThresholdOfADynamicRuleIsOneUnlessItIsSaid() {
    assertThat(RobustRule.parse("third"))
        .isEqualTo(new RobustRule.Dynamic(ThresholdFunction.THIRD, 1));
  }

  @Test
  void thresholdsGrowWithTheGroupAndNeverBeyondTheOthers() {
    assertThat(IntStream.rangeClosed(1, 9).map(ThresholdFunction.THIRD::of))
        .containsExactly(0, 1, 2, 2, 2, 3, 3, 3, 4);
    assertThat(IntStream.rangeClosed(1, 9).map(ThresholdFunction.MAJORITY::of))
        .containsExactly(0, 1, 2, 3, 3, 4, 4, 5, 5);
  }

  @Test
  void groupsHaveNoneUnlessTheySaySo() {
    assertThat(GroupSettings.DEFAULT.robust()).isEqualTo(RobustRule.NONE);
    RobustRule rule = new RobustRule.Static(2);
    assertThat(GroupSettings.DEFAULT.withRobust(rule).withMaxMembers(7))
        .isEqualTo(new GroupSettings(60_000, 7, 5_000, rule));
  }
}
