package org.lagroups.wormguard.engine;

import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;

/** Has the last word on what rules want blocked. */
@FunctionalInterface
public interface BlockingPolicy {

  /** Blocks nothing: for those that only watch. */
  BlockingPolicy NOTHING = (_, _) -> false;

  /** Blocks whatever rules want blocked. */
  BlockingPolicy AS_RULES_SAY = (_, _) -> true;

  /**
   * Asked when a rule that drops or rejects holds; that it does is told in any case.
   *
   * @param packet holds only during this call
   * @return whether the packet, and the rest of its flow where the rule is about that, is blocked
   */
  boolean mayBlock(Rule rule, Packet packet);

  /**
   * Asked at each packet of a flow that a rule had blocked.
   *
   * @param packet holds only during this call
   * @return whether the packet is blocked for that; if not, the flow is blocked no more
   */
  default boolean stillBlocks(Rule rule, Packet packet) {
    return mayBlock(rule, packet);
  }
}
