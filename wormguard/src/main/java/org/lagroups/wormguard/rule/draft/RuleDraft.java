package org.lagroups.wormguard.rule.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.Action;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.Threshold;
import org.lagroups.wormguard.rule.packet.FlowSide;
import org.lagroups.wormguard.rule.packet.PacketCondition;
import org.lagroups.wormguard.rule.payload.Buffer;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.text.Mistake;

/** A rule while it is read. */
public final class RuleDraft {

  /** The most conditions of a rule about headers and the flow. */
  public static final int MAX_PACKET_CONDITIONS = 64;

  /** The most conditions of a rule about the payload. */
  public static final int MAX_PAYLOAD_CONDITIONS = 256;

  private final NoteDraft notes = new NoteDraft();
  private final SlotNames slots = new SlotNames();
  private final List<PacketCondition> packetConditions = new ArrayList<>();
  private final List<Pending> payloadConditions = new ArrayList<>();
  private Buffer buffer = Buffer.PAYLOAD;
  private @Nullable FlowSide flow;
  private @Nullable Threshold threshold;
  private @Nullable ContentDraft lastContent;
  private boolean isSilent;

  /** A condition that later options may still say more about. */
  @FunctionalInterface
  public interface Pending {

    Condition build() throws Mistake;
  }

  /** The rule, if it has all that a rule needs. */
  public Rule build(Action action, Header header, RuleKey key, int line) throws Mistake {
    if (buffer != Buffer.PAYLOAD && payloadConditions.isEmpty()) {
      throw new Mistake("options", "name a header, and nothing that is looked for in it");
    }
    List<Condition> conditions = new ArrayList<>();
    for (Pending condition : payloadConditions) {
      conditions.add(condition.build());
    }
    return new Rule(
        notes.id(),
        action,
        header,
        packetConditions,
        buffer,
        conditions,
        slots.count(),
        Optional.ofNullable(threshold),
        isSilent,
        notes.build(),
        key,
        line);
  }

  /** What the rule says about itself. */
  public NoteDraft notes() {
    return notes;
  }

  /** The names that the rule gives to numbers. */
  public SlotNames slots() {
    return slots;
  }

  /** Adds a condition about headers. */
  public void add(String keyword, PacketCondition condition) throws Mistake {
    if (packetConditions.size() == MAX_PACKET_CONDITIONS) {
      throw new Mistake(keyword, "is one condition more than " + MAX_PACKET_CONDITIONS);
    }
    packetConditions.add(condition);
  }

  /** Adds the condition about the flow; there can be one. */
  public void add(String keyword, FlowSide side) throws Mistake {
    if (flow != null) {
      throw new Mistake(keyword, "is there twice");
    }
    flow = side;
    add(keyword, (PacketCondition) side);
  }

  /** Says what all conditions about bytes are about, before the first of them. */
  public void lookInto(String keyword, Buffer wanted) throws Mistake {
    if (buffer != Buffer.PAYLOAD || !payloadConditions.isEmpty()) {
      throw new Mistake(
          keyword, "has to stand alone, and before all conditions that are about its bytes");
    }
    buffer = wanted;
  }

  /** Adds a condition about the payload. */
  public void add(String keyword, Pending condition) throws Mistake {
    if (payloadConditions.size() == MAX_PAYLOAD_CONDITIONS) {
      throw new Mistake(keyword, "is one condition more than " + MAX_PAYLOAD_CONDITIONS);
    }
    payloadConditions.add(condition);
  }

  /** Adds a content, about which modifiers may say more. */
  public void add(String keyword, ContentDraft content) throws Mistake {
    add(keyword, (Pending) content);
    lastContent = content;
  }

  /** Says how often the rule alerts, once. */
  public void limit(String keyword, Threshold wanted) throws Mistake {
    if (threshold != null) {
      throw new Mistake(keyword, "is there although the rule has a threshold");
    }
    threshold = wanted;
  }

  /** Says that the rule holds without an alert. */
  public void silence() {
    isSilent = true;
  }

  /** The content that a modifier is about. */
  public ContentDraft lastContent(String keyword) throws Mistake {
    if (lastContent == null) {
      throw new Mistake(keyword, "follows no content");
    }
    return lastContent;
  }
}
