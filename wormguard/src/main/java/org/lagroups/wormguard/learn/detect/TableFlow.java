package org.lagroups.wormguard.learn.detect;

import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowPhase;
import org.lagroups.wormguard.flow.FlowTable;

/** What a table knows of the flow of the packet that it saw last. Keeps nothing for rules. */
final class TableFlow implements FlowState {

  private final FlowTable table;
  private int flow = FlowTable.NONE;
  private boolean isTcp;

  TableFlow(FlowTable table) {
    this.table = table;
  }

  /** Is about this flow from now on. */
  TableFlow at(int seen, boolean isOfTcp) {
    flow = seen;
    isTcp = isOfTcp;
    return this;
  }

  @Override
  public long id() {
    return flow == FlowTable.NONE ? 0 : table.id(flow);
  }

  @Override
  public boolean isTowardsServer() {
    return isSideKnown() && table.direction() == Direction.TO_SERVER;
  }

  @Override
  public boolean isTowardsClient() {
    return isSideKnown() && table.direction() == Direction.TO_CLIENT;
  }

  @Override
  public boolean isEstablished() {
    if (flow == FlowTable.NONE) {
      return false;
    }
    return isTcp
        ? table.hasShakenHands(flow)
        : table.phaseBefore() == FlowPhase.ESTABLISHED
            || table.phase(flow) == FlowPhase.ESTABLISHED;
  }

  @Override
  public boolean isFirstOfDirection() {
    return false;
  }

  @Override
  public boolean isStreamed() {
    return false;
  }

  @Override
  public boolean isPassed() {
    return false;
  }

  @Override
  public void pass(long rule) {
    // Nothing is judged here.
  }

  @Override
  public void block(long rule) {
    // Nothing is judged here.
  }

  @Override
  public boolean bit(int bit) {
    return false;
  }

  @Override
  public void setBit(int bit, boolean isSet) {
    // Nothing is judged here.
  }

  /** Who began a TCP flow that was seen from its middle is not known. */
  private boolean isSideKnown() {
    return flow != FlowTable.NONE && !(isTcp && table.isFromMiddle(flow));
  }
}
