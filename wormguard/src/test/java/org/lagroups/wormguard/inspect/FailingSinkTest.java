package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.testing.RuleTexts;

/** A sink that throws loses what it was told, and nothing of what comes after. */
class FailingSinkTest {

  private static final int ACK = Conversation.ACK;
  private static final String RULE = "alert tcp any any -> any any (content:\"EVIL\"; sid:1;)";

  private final Conversation hosts = new Conversation(false, 1);
  private final Conversation others = new Conversation(false, 9);
  private final List<Boolean> standIns = new ArrayList<>();
  private boolean fails;
  private final RuleIndex index =
      RuleIndex.of(RuleTexts.parse(List.of(RULE)), AutomatonMatcher::compile);
  private final Inspector inspector =
      new Inspector(index, Inspecting.SETTINGS, BlockingPolicy.NOTHING, new Random(1), this::found);

  @AfterEach
  void close() {
    inspector.close();
    index.close();
  }

  @Test
  void doesNotHideWhatComesNext() {
    shakeHands(hosts);
    shakeHands(others);
    fails = true;
    assertThatThrownBy(() -> see(hosts.client(ACK, 1_001, 501, "EVIL")))
        .isInstanceOf(IllegalStateException.class);
    fails = false;
    assertThat(see(others.client(ACK, 1_001, 501, "EVIL"))).isEqualTo(Verdict.NOTHING);
    see(hosts.client(ACK, 1_005, 501, "and EVIL"));
    assertThat(standIns).containsExactly(false, false);
  }

  @Test
  void doesNotMakeTheNextPacketAStandIn() {
    shakeHands(hosts);
    shakeHands(others);
    // What waits behind a gap is judged when its flow ends, with a stand-in.
    see(hosts.client(ACK, 1_101, 501, "EVIL"));
    standIns.clear();
    fails = true;
    assertThatThrownBy(inspector::endFlows).isInstanceOf(IllegalStateException.class);
    fails = false;
    Conversation more = new Conversation(false, 17);
    shakeHands(more);
    see(more.client(ACK, 1_001, 501, "EVIL"));
    assertThat(standIns).containsExactly(false);
  }

  private void shakeHands(Conversation between) {
    see(between.client(Conversation.SYN, 1_000, 0, ""));
    see(between.server(Conversation.SYN | ACK, 500, 1_001, ""));
    see(between.client(ACK, 1_001, 501, ""));
  }

  private Verdict see(Packet packet) {
    return inspector.inspect(
        packet.frame(),
        packet.frameOffset(),
        packet.capturedLength(),
        packet.wireLength(),
        packet.link(),
        packet.nanos());
  }

  private void found(Finding finding) {
    if (fails) {
      throw new IllegalStateException("a sink that fails");
    }
    standIns.add(finding.isStandIn());
  }
}
