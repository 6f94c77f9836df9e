package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.rule.packet.FlowBits;

/** One {@code flowbits} of a rule, with its bits by number. Immutable. */
public final class FlowBitTest {

  private final FlowBits.Operation operation;
  private final boolean isAny;
  private final int[] bits;

  /** Numbers the names. */
  public FlowBitTest(FlowBits flowBits, FlowBitNames names) {
    this.operation = flowBits.operation();
    this.isAny = flowBits.isAny();
    this.bits = names.numbers(flowBits.names());
  }

  /** Whether the bits are as asked for; one that changes them asks for nothing. */
  public boolean holds(FlowState flow) {
    return switch (operation) {
      case IS_SET -> areBits(flow, true);
      case IS_NOT_SET -> areBits(flow, false);
      case SET, UNSET, TOGGLE -> true;
    };
  }

  /** Changes the bits, if this does. */
  public void apply(FlowState flow) {
    for (int bit : bits) {
      switch (operation) {
        case SET -> flow.setBit(bit, true);
        case UNSET -> flow.setBit(bit, false);
        case TOGGLE -> flow.setBit(bit, !flow.bit(bit));
        case IS_SET, IS_NOT_SET -> {}
      }
    }
  }

  private boolean areBits(FlowState flow, boolean wanted) {
    for (int bit : bits) {
      if ((flow.bit(bit) == wanted) == isAny) {
        return isAny;
      }
    }
    return !isAny;
  }
}
