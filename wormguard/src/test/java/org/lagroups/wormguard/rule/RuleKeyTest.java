package org.lagroups.wormguard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.testing.RuleTexts;

class RuleKeyTest {

  private static final String ONE = "drop udp any any -> any any (content:\"worm\"; sid:1;)";
  private static final String SAME_NUMBER = ONE.replace("worm", "bird");

  @Test
  void tellsRulesApartThatGiveThemselvesTheSameNumber() {
    List<Rule> rules = RuleTexts.parse(List.of(ONE, SAME_NUMBER, ONE));
    assertThat(rules.get(0).key()).isNotEqualTo(rules.get(1).key()).isEqualTo(rules.get(2).key());
    assertThat(rules.get(0).key().bits()).isNotEqualTo(rules.get(1).key().bits());
    assertThat(rules.getFirst().name()).isEqualTo("1");
  }

  @Test
  void isThatOfTheSignatureForARuleOfPartners() {
    String id = "0123456789abcdef".repeat(4);
    Rule own = RuleTexts.parse(List.of(ONE)).getFirst();
    Rule shared = own.enforcedAs(id);
    assertThat(shared.key()).isEqualTo(RuleKey.ofShared(id)).isNotEqualTo(own.key());
    assertThat(shared.key().isShared()).isTrue();
    assertThat(shared.name()).isEqualTo(id);
    assertThat(shared.action()).isEqualTo(Action.DROP);
    assertThat(shared.key().bits()).isNotEqualTo(RuleKey.ofShared("0".repeat(64)).bits());
  }
}
