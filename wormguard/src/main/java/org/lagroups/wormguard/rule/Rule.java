package org.lagroups.wormguard.rule;

import java.util.List;
import java.util.Optional;
import org.lagroups.wormguard.rule.packet.PacketCondition;
import org.lagroups.wormguard.rule.payload.Buffer;
import org.lagroups.wormguard.rule.payload.Condition;

/**
 * A rule. It holds for a packet, or a stream, of its header for which all conditions hold.
 *
 * @param packetConditions about headers and the flow, in the rule's order, which does not matter
 * @param buffer what the payload conditions are about
 * @param payloadConditions about the payload, or a header, in the rule's order, which does: see
 *     {@link Condition}
 * @param slots how many numbers the payload conditions keep for each other
 * @param isSilent whether the rule holds without an alert ({@code noalert}), as those do that only
 *     set flow bits
 * @param key tells the rule from all others; {@code id} is only what it calls itself
 * @param line where the rule begins in its file, from 1
 */
public record Rule(
    RuleId id,
    Action action,
    Header header,
    List<PacketCondition> packetConditions,
    Buffer buffer,
    List<Condition> payloadConditions,
    int slots,
    Optional<Threshold> threshold,
    boolean isSilent,
    RuleNotes notes,
    RuleKey key,
    int line) {

  public Rule {
    packetConditions = List.copyOf(packetConditions);
    payloadConditions = List.copyOf(payloadConditions);
  }

  /**
   * The rule as it is enforced where enough partners vouch for it: it drops, whatever its text says
   * is to be done.
   *
   * @param signature the ID of the signature in hexadecimal
   */
  public Rule enforcedAs(String signature) {
    return new Rule(
        id,
        Action.DROP,
        header,
        packetConditions,
        buffer,
        payloadConditions,
        slots,
        threshold,
        isSilent,
        notes,
        RuleKey.ofShared(signature),
        line);
  }

  /** What people call it: the ID of the signature if partners share it, or else its number. */
  public String name() {
    return key.isShared() ? key.shared() : Long.toString(id.signature());
  }
}
