package org.lagroups.core.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RobustRuleTest {

  @ParameterizedTest
  @ValueSource(strings = {"none", "1", "3", "63"})
  void readsWhatItWrites(String text) {
    assertThat(RobustRule.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "64", "100", "-1", "03", "three", "None", "1 ", "1\n", "٣"})
  void refusesWhatIsNoRule(String text) {
    assertThatThrownBy(() -> RobustRule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("robust membership is");
  }

  @Test
  void groupsHaveNoneUnlessTheySaySo() {
    assertThat(GroupSettings.DEFAULT.robust()).isEqualTo(RobustRule.NONE);
    RobustRule rule = new RobustRule.Static(2);
    assertThat(GroupSettings.DEFAULT.withRobust(rule).withMaxMembers(7))
        .isEqualTo(new GroupSettings(60_000, 7, 5_000, rule));
  }
}
