package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.rule.RuleKey;

/** Flows that a rule blocked or passed, once it says so no more. */
class RuledFlowsTest {

  private static final int ACK = Conversation.ACK;
  private static final String DROP_EVIL = "drop tcp any any -> any any (content:\"EVIL\"; sid:1;)";
  private static final String ALERT_MORE =
      "alert tcp any any -> any any (content:\"MORE\"; sid:1;)";
  private static final String PASS_HELLO =
      "pass tcp any any -> any any (content:\"hello\"; sid:2;)";

  private final Conversation hosts = new Conversation(false, 1);
  private final Set<RuleKey> stopped = new HashSet<>();

  @Test
  void areBlockedOnlyAsLongAsTheRuleMayBlock() {
    try (Inspecting guard =
        new Inspecting(
            Inspecting.SETTINGS,
            (rule, _) -> !stopped.contains(rule.key()),
            DROP_EVIL,
            ALERT_MORE)) {
      guard.handshake(hosts);
      assertThat(guard.see(hosts.client(ACK, 1_001, 501, "EVIL"))).isEqualTo(Verdict.DROP);
      assertThat(guard.see(hosts.client(ACK, 1_005, 501, "MORE"))).isEqualTo(Verdict.DROP);
      stopped.add(guard.findings().getFirst().alert().rule().key());
      assertThat(guard.see(hosts.client(ACK, 1_005, 501, "MORE"))).isEqualTo(Verdict.NOTHING);
      assertThat(guard.alerts()).as("judged again").containsExactly(1L, 1L);
      stopped.clear();
      assertThat(guard.see(hosts.client(ACK, 1_009, 501, "rest"))).isEqualTo(Verdict.NOTHING);
      assertThat(guard.see(hosts.client(ACK, 1_013, 501, "EVIL"))).isEqualTo(Verdict.DROP);
    }
  }

  @Test
  void areBlockedNoMoreWithoutTheRule() {
    try (Inspecting guard = Inspecting.blocking(DROP_EVIL)) {
      guard.handshake(hosts);
      assertThat(guard.see(hosts.client(ACK, 1_001, 501, "EVIL"))).isEqualTo(Verdict.DROP);
      guard.exchange(ALERT_MORE, DROP_EVIL);
      assertThat(guard.see(hosts.client(ACK, 1_005, 501, "rest"))).isEqualTo(Verdict.DROP);
      guard.exchange(ALERT_MORE);
      assertThat(guard.see(hosts.client(ACK, 1_005, 501, "rest"))).isEqualTo(Verdict.NOTHING);
    }
  }

  @Test
  void passNoMoreWithoutTheRule() {
    try (Inspecting guard = Inspecting.blocking(DROP_EVIL, PASS_HELLO)) {
      guard.handshake(hosts);
      assertThat(guard.see(hosts.client(ACK, 1_001, 501, "hello"))).isEqualTo(Verdict.PASS);
      guard.exchange(PASS_HELLO, DROP_EVIL);
      assertThat(guard.see(hosts.client(ACK, 1_006, 501, "EVIL"))).isEqualTo(Verdict.PASS);
      guard.exchange(DROP_EVIL);
      assertThat(guard.see(hosts.client(ACK, 1_010, 501, "EVIL"))).isEqualTo(Verdict.DROP);
    }
  }

  @Test
  void areNotHiddenFromARuleByAnotherOfTheSameNumber() {
    String sameNumber = "alert tcp any any -> any any (content:\"decoy EVIL\"; sid:1;)";
    try (Inspecting guard = Inspecting.with(sameNumber, DROP_EVIL)) {
      guard.handshake(hosts);
      guard.see(hosts.client(ACK, 1_001, 501, "decoy EVIL"));
      assertThat(guard.alerts()).containsExactly(1L, 1L);
    }
    String counting = " threshold:type limit,track by_rule,count 1,seconds 60; sid:1;)";
    try (Inspecting guard =
        Inspecting.with(
            "alert tcp any any -> any any (content:\"one\";" + counting,
            "alert tcp any any -> any any (content:\"two\";" + counting)) {
      guard.handshake(hosts);
      guard.see(hosts.client(ACK, 1_001, 501, "one"));
      guard.see(hosts.client(ACK, 1_004, 501, "two"));
      assertThat(guard.alerts()).containsExactly(1L, 1L);
    }
  }
}
