package org.lagroups.wormguard.rule.packet;

import java.util.List;

/**
 * Named bits that rules keep with a flow ({@code flowbits}).
 *
 * @param operation what is done, if all else of the rule holds; or asked
 * @param names the bits, at least one
 * @param isAny whether one of several suffices when they are asked for; otherwise all have to be so
 */
public record FlowBits(Operation operation, List<String> names, boolean isAny)
    implements PacketCondition {

  public FlowBits {
    names = List.copyOf(names);
  }

  /** What is done with bits. */
  public enum Operation {
    /** Set them. */
    SET,
    /** Take them back. */
    UNSET,
    /** Set those that are not set, and take back the others. */
    TOGGLE,
    /** Are they set? */
    IS_SET,
    /** Are they not set? */
    IS_NOT_SET
  }
}
