package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.engine.header.FlowBitNames;
import org.lagroups.wormguard.engine.header.FlowBitTest;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.engine.header.HeaderTest;
import org.lagroups.wormguard.engine.header.PacketTest;
import org.lagroups.wormguard.engine.payload.PayloadPlan;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.PacketCondition;
import org.lagroups.wormguard.rule.payload.Content;

/** A rule that is ready to be judged. Immutable. */
final class JudgedRule {

  private final Rule rule;
  private final long key;
  private final Scope scope;
  private final HeaderTest header;
  private final List<PacketCondition> conditions;
  private final Optional<Content> literal;
  private final PayloadPlan payload;
  private final boolean isLiteralFirst;
  private final int literalLength;
  private final List<FlowBitTest> bits;

  JudgedRule(Rule rule, FlowBitNames names) {
    this.rule = rule;
    this.key = rule.key().bits();
    this.header = new HeaderTest(rule.header());
    this.scope = Scope.of(rule, header);
    this.literal = LiteralChoice.of(rule);
    this.payload = new PayloadPlan(rule.payloadConditions(), rule.slots());
    this.isLiteralFirst =
        literal.isPresent() && rule.payloadConditions().getFirst().equals(literal.get());
    this.literalLength = literal.map(content -> content.bytes().length()).orElse(0);
    List<PacketCondition> others = new ArrayList<>();
    List<FlowBitTest> flowBits = new ArrayList<>();
    for (PacketCondition condition : rule.packetConditions()) {
      if (condition instanceof FlowBits asked) {
        flowBits.add(new FlowBitTest(asked, names));
      } else {
        others.add(condition);
      }
    }
    this.conditions = List.copyOf(others);
    this.bits = List.copyOf(flowBits);
  }

  Rule rule() {
    return rule;
  }

  /** Tells the rule from others, also from those of another index; not 0. */
  long key() {
    return key;
  }

  Scope scope() {
    return scope;
  }

  PayloadPlan payload() {
    return payload;
  }

  /**
   * How many bytes before new ones of a stream have to be there for the rule's literal to be found,
   * and with it all that the rule needs; {@link Integer#MAX_VALUE} if that may lie anywhere before.
   */
  int bytesBefore() {
    if (payload.isEmpty()) {
      return 0;
    }
    return literal.isPresent() && payload.beginsWith(literal.get())
        ? literal.get().bytes().length() - 1
        : Integer.MAX_VALUE;
  }

  /** Whether the literal is the first of the conditions. */
  boolean isLiteralFirst() {
    return isLiteralFirst;
  }

  /** The length of the rule's literal; 0 if it has none. */
  int literalLength() {
    return literalLength;
  }

  /** The content that is looked for before the rest is judged. */
  Optional<Content> literal() {
    return literal;
  }

  /** Whether all holds that headers and the flow say, but for flow bits. */
  boolean isAbout(Packet packet, FlowState flow) {
    if (!header.holds(packet)) {
      return false;
    }
    for (int i = 0; i < conditions.size(); i++) {
      if (!PacketTest.holds(conditions.get(i), packet, flow)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the flow's bits are as asked for. */
  boolean areBits(FlowState flow) {
    for (int i = 0; i < bits.size(); i++) {
      if (!bits.get(i).holds(flow)) {
        return false;
      }
    }
    return true;
  }

  /** Changes the flow's bits. */
  void applyBits(FlowState flow) {
    for (int i = 0; i < bits.size(); i++) {
      bits.get(i).apply(flow);
    }
  }
}
