package org.lagroups.wormguard.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.testing.RuleTexts;

class DocketTest {

  private static final String DROP =
      "drop udp any any -> any any (msg:\"one\"; content:\"worm\"; sid:1;)";
  private static final Rule RULE = RuleTexts.parse(List.of(DROP)).getFirst();

  private final Docket docket = new Docket();

  @Test
  void keepsTheLastDecisionsOnly() {
    Packet packet = new Packet();
    for (long flow = 1; flow <= Docket.MOST_DECISIONS + 10; flow++) {
      docket.add(Decision.of(RULE, Outcome.BLOCKED, flow, packet));
    }
    assertThat(docket.decisions(_ -> true, Integer.MAX_VALUE)).hasSize(Docket.MOST_DECISIONS);
    assertThat(docket.decisions(_ -> true, 2))
        .extracting(Decision::flow)
        .containsExactly(Docket.MOST_DECISIONS + 10L, Docket.MOST_DECISIONS + 9L);
    assertThat(docket.decisions(each -> each.flow() <= 10, 1)).isEmpty();
  }

  @Test
  void tellsWhatCameSinceAndHowManyAreMissing() {
    Packet packet = new Packet();
    assertThat(docket.recent(0, 10)).isEqualTo(new Docket.Recent(0, 0, List.of()));
    for (long flow = 1; flow <= 5; flow++) {
      docket.add(Decision.of(RULE, Outcome.BLOCKED, flow, packet));
    }
    assertThat(docket.recent(3, 10).decisions()).extracting(Decision::flow).containsExactly(5L, 4L);
    assertThat(docket.recent(3, 10).missed()).isZero();
    assertThat(docket.recent(5, 10)).isEqualTo(new Docket.Recent(5, 0, List.of()));
    assertThat(docket.recent(0, 2).decisions()).extracting(Decision::flow).containsExactly(5L, 4L);
    assertThat(docket.recent(0, 2).missed()).isEqualTo(3);
    assertThat(docket.recent(77, 10).decisions()).as("of an earlier run").hasSize(5);
    assertThat(docket.recent(-1, 10).decisions()).hasSize(5);
  }

  @Test
  void countsWhatCameOfTheRulesThatHeldLast() {
    docket.count(RULE, Outcome.DRY_RUN);
    Rule first = shared(0);
    docket.count(first, Outcome.BLOCKED);
    docket.count(RULE, Outcome.DRY_RUN);
    for (int i = 1; i < Docket.MOST_RULES; i++) {
      docket.count(shared(i), Outcome.ALERTED);
    }
    assertThat(docket.counts(first.key())).as("of the one that held before all others").isEmpty();
    assertThat(docket.counts(RULE.key())).isEqualTo(Map.of(Outcome.DRY_RUN, 2L));
  }

  @Test
  void tellsEachReasonOfAGate() {
    GateSettings tried = GateSettings.DEFAULT.withDryRun(new DryRun(false, Set.of(1L)));
    try (Gateway gateway = new Gateway(tried, DROP)) {
      gateway.udp("a worm");
      Docket of = gateway.gate().docket();
      assertThat(of.counts(RULE.key())).isEqualTo(Map.of(Outcome.DRY_RUN, 1L));
    }
  }

  private static Rule shared(int number) {
    return RULE.enforcedAs(
        "%064x"
            .formatted(0x1_0000_0000_0000L + number)
            .replaceFirst("^0{16}", "%016x".formatted(number + 1L)));
  }
}
