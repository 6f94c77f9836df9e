package org.lagroups.scenarios.bench.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;

final class MadeRulesTest {

  private static final MadeRules RULES = MadeRules.make(7, 3_000);

  @Test
  void areTheSameForTheSameSeedAndTheBeginningOfMore() {
    assertThat(MadeRules.make(7, 1_000)).isEqualTo(RULES.first(1_000));
    assertThat(MadeRules.make(8, 1_000)).isNotEqualTo(RULES.first(1_000));
  }

  @Test
  void areAllInTheLanguage() throws IOException {
    byte[] text = RULES.text().getBytes(StandardCharsets.UTF_8);
    RuleSet set = RuleLoader.load(new ByteArrayInputStream(text), Variables.DEFAULTS);
    assertThat(set.refused()).isEmpty();
    assertThat(set.rules()).hasSize(3_000);
  }

  @Test
  void areOfAllKindsAndServicesAmongTheFirstTwenty() {
    assertThat(RULES.first(20).rules()).extracting(MadeRule::kind).contains(RuleKind.values());
    assertThat(RULES.first(20).rules())
        .extracting(MadeRule::service)
        .contains(Service.HTTP, Service.SMTP, Service.SSH, Service.SMB, Service.DNS, Service.SIP);
  }

  @Test
  void lookForEachLiteralOnce() {
    assertThat(RULES.literals()).doesNotHaveDuplicates().hasSize(3_000 - 6 + 4);
  }
}
