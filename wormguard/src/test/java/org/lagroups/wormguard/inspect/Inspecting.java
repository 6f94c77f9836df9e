package org.lagroups.wormguard.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.engine.Verdict;
import org.lagroups.wormguard.flow.Conversation;
import org.lagroups.wormguard.flow.FlowSettings;
import org.lagroups.wormguard.flow.stream.StreamSettings;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.testing.RuleTexts;

/** An inspector with rules, for tests that look at what it finds. */
final class Inspecting implements AutoCloseable {

  /** The usual ones but for their size, so that one is made at once. */
  static final InspectSettings SETTINGS =
      InspectSettings.DEFAULT
          .withFlows(FlowSettings.DEFAULT.withMaxFlows(64))
          .withStreams(new StreamSettings(1 << 20, 256 << 10, 1 << 20))
          .withWindows(64, 1_024)
          .withMarks(256);

  private final Inspector inspector;
  private final List<Finding> findings = new ArrayList<>();
  private RuleIndex index;

  Inspecting(InspectSettings settings, BlockingPolicy policy, String... rules) {
    index = index(rules);
    inspector = new Inspector(index, settings, policy, new Random(1), findings::add);
  }

  static Inspecting with(String... rules) {
    return new Inspecting(SETTINGS, BlockingPolicy.NOTHING, rules);
  }

  static Inspecting blocking(String... rules) {
    return new Inspecting(SETTINGS, BlockingPolicy.AS_RULES_SAY, rules);
  }

  /** Shakes hands: the client's next number is 1001 then, the server's 501. */
  Inspecting handshake(Conversation hosts) {
    see(hosts.client(Conversation.SYN, 1_000, 0, ""));
    see(hosts.server(Conversation.SYN | Conversation.ACK, 500, 1_001, ""));
    see(hosts.client(Conversation.ACK, 1_001, 501, ""));
    return this;
  }

  Verdict see(Packet packet) {
    return inspector.inspect(
        packet.frame(),
        packet.frameOffset(),
        packet.capturedLength(),
        packet.wireLength(),
        packet.link(),
        packet.nanos());
  }

  /** Numbers of the rules that alerted since this was asked last. */
  List<Long> alerts() {
    List<Long> numbers =
        findings.stream().map(found -> found.alert().rule().id().signature()).toList();
    findings.clear();
    return numbers;
  }

  /** What was found since the alerts were asked for. */
  List<Finding> findings() {
    return findings;
  }

  /** Goes on with other rules. */
  void exchange(String... rules) {
    RuleIndex next = index(rules);
    inspector.exchange(next).close();
    index = next;
  }

  Inspector inspector() {
    return inspector;
  }

  @Override
  public void close() {
    inspector.close();
    index.close();
  }

  private static RuleIndex index(String... rules) {
    return RuleIndex.of(RuleTexts.parse(List.of(rules)), AutomatonMatcher::compile);
  }
}
