package org.lagroups.wormguard.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.testing.RuleTexts;

/** Rules of partners, beside those of one's own. */
class SharedRulesTest {

  private static final String OWN =
      "drop udp any any -> any any (msg:\"own\"; content:\"own\"; sid:1;)";
  private static final String SAME_NUMBER =
      "alert udp any any -> any any (msg:\"theirs\"; content:\"worm\"; sid:1;)";
  private static final String STREAM =
      "alert tcp any any -> any any (msg:\"theirs\"; content:\"worm\"; sid:1;)";
  private static final String ID = "ab".repeat(32);
  private static final RuleKey KEY = RuleKey.ofShared(ID);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final AtomicLong left = new AtomicLong(1_000);

  @Test
  void dropAsLongAsEnoughPartnersVouchAndNotLonger() {
    try (Gateway gateway = gateway(GateSettings.DEFAULT, SAME_NUMBER)) {
      assertThat(gateway.udp("a worm"))
          .as("before anybody has said so")
          .isEqualTo(Treatment.FORWARD);
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.DROP);
      left.set(1);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.DROP);
      left.set(0);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("own")).isEqualTo(Treatment.DROP);
      assertThat(gateway.gate().counts().ofLapsed()).isEqualTo(2);
      gateway.gate().agree(SharedTerms.NONE);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
    }
  }

  @Test
  void blockTheRestOfAFlowNotLongerEither() {
    try (Gateway gateway = gateway(GateSettings.DEFAULT, STREAM)) {
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      assertThat(gateway.tcp("a worm")).isEqualTo(Treatment.DROP);
      assertThat(gateway.tcp("and more")).isEqualTo(Treatment.DROP);
      left.set(0);
      assertThat(gateway.tcp("and more")).isEqualTo(Treatment.FORWARD);
    }
  }

  @Test
  void haveNothingInCommonWithOnesOwnOfTheSameNumber() {
    DryRun ofOwn = new DryRun(false, Set.of(1L));
    try (Gateway gateway = gateway(GateSettings.DEFAULT.withDryRun(ofOwn), SAME_NUMBER)) {
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      assertThat(gateway.udp("own")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.DROP);
    }
    GateSettings tenth = new GateSettings(AddressSet.NONE, DryRun.OFF, 0.1, 10, 10 * SECOND, false);
    try (Gateway gateway = gateway(tenth, SAME_NUMBER)) {
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      for (int i = 0; i < 20; i++) {
        gateway.udp("a worm");
      }
      assertThat(gateway.alarms()).extracting(Rule::name).containsExactly(ID);
      assertThat(gateway.udp("own")).isEqualTo(Treatment.DROP);
      assertThat(gateway.gate().resume(KEY)).isTrue();
    }
  }

  @Test
  void areTriedOutAsTheOperatorOfTheNodeSays() {
    try (Gateway gateway = gateway(GateSettings.DEFAULT, SAME_NUMBER)) {
      gateway.gate().agree(terms(Set.of(KEY), false, AddressSet.NONE));
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("own")).isEqualTo(Treatment.DROP);
      gateway.gate().agree(terms(Set.of(), true, AddressSet.NONE));
      assertThat(gateway.udp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.udp("own")).as("all rules").isEqualTo(Treatment.FORWARD);
      assertThat(gateway.gate().counts().dryRuns()).isEqualTo(3);
    }
  }

  @Test
  void spareTheAddressesOfTheNodesListsAlsoAroundOthers() throws Mistake {
    AddressSet never = new Sets(Variables.DEFAULTS).addresses("here", "203.0.113.7");
    try (Gateway gateway = gateway(GateSettings.DEFAULT, STREAM)) {
      gateway.tunnel("203.0.113.7", "203.0.113.8");
      gateway.gate().agree(terms(Set.of(), false, never));
      assertThat(gateway.tcp("a worm")).isEqualTo(Treatment.FORWARD);
      assertThat(gateway.gate().counts().spared()).isEqualTo(1);
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      assertThat(gateway.tcp("rest")).as("it was not blocked").isEqualTo(Treatment.FORWARD);
      assertThat(gateway.tcp("another worm")).isEqualTo(Treatment.DROP);
      gateway.gate().agree(terms(Set.of(), false, never));
      assertThat(gateway.tcp("rest")).isEqualTo(Treatment.FORWARD);
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      assertThat(gateway.tcp("rest")).as("it is blocked still").isEqualTo(Treatment.DROP);
    }
  }

  @Test
  void areSuspendedForTheRestOfFlowsAsWell() {
    GateSettings tenth = new GateSettings(AddressSet.NONE, DryRun.OFF, 0.1, 50, 10 * SECOND, false);
    try (Gateway gateway = gateway(tenth, STREAM)) {
      gateway.gate().agree(terms(Set.of(), false, AddressSet.NONE));
      for (int i = 0; i < 42; i++) {
        gateway.udp("a bird");
      }
      assertThat(gateway.tcp("a worm")).isEqualTo(Treatment.DROP);
      for (int i = 0; i < 4; i++) {
        assertThat(gateway.tcp("rest")).as("%d", i).isEqualTo(Treatment.DROP);
      }
      assertThat(gateway.alarms()).isEmpty();
      assertThat(gateway.tcp("rest")).as("6 of 50").isEqualTo(Treatment.FORWARD);
      assertThat(gateway.alarms()).extracting(Rule::name).containsExactly(ID);
      assertThat(gateway.tcp("rest")).isEqualTo(Treatment.FORWARD);
    }
  }

  private static Gateway gateway(GateSettings settings, String theirs) {
    List<Rule> rules = new ArrayList<>(RuleTexts.parse(List.of(OWN)));
    rules.add(RuleTexts.parse(List.of(theirs)).getFirst().enforcedAs(ID));
    return new Gateway(settings, rules);
  }

  private SharedTerms terms(Set<RuleKey> dryRuns, boolean isDryRun, AddressSet neverBlock) {
    return new SharedTerms(Map.of(KEY, left::get), dryRuns, isDryRun, neverBlock);
  }
}
