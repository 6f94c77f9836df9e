package org.lagroups.wormguard.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowPhase;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.IpProtocol;

/** What is known of the flow of one packet after another, and kept with it for rules. */
final class KeptFlow implements FlowState {

  /** Mark of the way to the server; that of the other way is one bit further. */
  private static final int SEEN = 1;

  private static final int PASSED = 4;
  private static final int BLOCKED = 8;

  private final FlowTable table;
  private final byte[] marks;
  private final Marks bits;

  /** The key of the rule that passed or blocked a flow; a flow has only one of these marks. */
  private final long[] rulings;

  private long bitsLost;

  private int slot = FlowTable.NONE;
  private Direction direction = Direction.TO_SERVER;
  private boolean isFirst;
  private boolean isStreamed;

  KeptFlow(FlowTable table, int maxFlows, int maxBits) {
    this.table = table;
    this.marks = new byte[maxFlows];
    this.rulings = new long[maxFlows];
    this.bits = new Marks(maxFlows, maxBits);
  }

  /** Turns to a packet of a flow. */
  void turnTo(int flow, Direction way, boolean isPacketStreamed) {
    int seen = SEEN << way.index();
    slot = flow;
    direction = way;
    isStreamed = isPacketStreamed;
    isFirst = !has(flow, seen);
    mark(flow, seen);
  }

  /** Turns to a flow without a packet of its own, for what its stream has. */
  void turnToStream(int flow, Direction way) {
    slot = flow;
    direction = way;
    isStreamed = true;
    isFirst = false;
  }

  /** Forgets what was kept with a flow. */
  void forget(int flow) {
    marks[flow] = 0;
    bits.clear(flow);
  }

  int slot() {
    return slot;
  }

  Direction direction() {
    return direction;
  }

  boolean isBlocked(int flow) {
    return has(flow, BLOCKED);
  }

  /** The key of the rule for which a flow is blocked, or passed. */
  long ruling(int flow) {
    return rulings[flow];
  }

  /** A flow is blocked no more, nor passed. */
  void release(int flow) {
    marks[flow] &= ~(BLOCKED | PASSED);
  }

  /** Releases all flows that were blocked or passed by rules that are not there any more. */
  void releaseUnless(LongPredicate isThere) {
    for (int flow = 0; flow < marks.length; flow++) {
      if (has(flow, BLOCKED | PASSED) && !isThere.test(rulings[flow])) {
        release(flow);
      }
    }
  }

  /** Keeps the bits under the numbers that other rules have for the same names. */
  void renumber(List<String> before, List<String> after) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < after.size(); i++) {
      numbers.put(after.get(i), i);
    }
    bits.rename(bit -> numbers.getOrDefault(before.get((int) bit), -1));
  }

  /** How many bits could not be kept for want of room. */
  long bitsLost() {
    return bitsLost;
  }

  @Override
  public long id() {
    return table.id(slot);
  }

  @Override
  public boolean isTowardsServer() {
    return direction == Direction.TO_SERVER;
  }

  @Override
  public boolean isTowardsClient() {
    return direction == Direction.TO_CLIENT;
  }

  @Override
  public boolean isEstablished() {
    return table.protocol(slot) == IpProtocol.TCP
        ? table.hasShakenHands(slot)
        : table.phase(slot) == FlowPhase.ESTABLISHED;
  }

  @Override
  public boolean isFirstOfDirection() {
    return isFirst;
  }

  @Override
  public boolean isStreamed() {
    return isStreamed;
  }

  @Override
  public boolean isPassed() {
    return has(slot, PASSED);
  }

  @Override
  public void pass(long rule) {
    mark(slot, PASSED);
    rulings[slot] = rule;
  }

  @Override
  public void block(long rule) {
    mark(slot, BLOCKED);
    rulings[slot] = rule;
  }

  @Override
  public boolean bit(int bit) {
    return bits.get(slot, bit) != Marks.NONE;
  }

  @Override
  public void setBit(int bit, boolean isSet) {
    if (!isSet) {
      bits.remove(slot, bit);
    } else if (!bits.put(slot, bit, 0)) {
      bitsLost++;
    }
  }

  private boolean has(int flow, int mark) {
    return (marks[flow] & mark) != 0;
  }

  private void mark(int flow, int mark) {
    marks[flow] |= (byte) mark;
  }
}
