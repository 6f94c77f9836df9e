package org.lagroups.wormguard.engine;

import java.util.BitSet;
import org.lagroups.wormguard.engine.header.FlowState;

/** A flow whose state a test sets. */
final class FakeFlow implements FlowState {

  boolean towardsServer = true;
  boolean established;
  boolean firstOfDirection;
  boolean streamed;
  boolean passed;
  boolean blocked;
  final BitSet bits = new BitSet();

  private final long id;

  FakeFlow(long id) {
    this.id = id;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public boolean isTowardsServer() {
    return towardsServer;
  }

  @Override
  public boolean isTowardsClient() {
    return !towardsServer;
  }

  @Override
  public boolean isEstablished() {
    return established;
  }

  @Override
  public boolean isFirstOfDirection() {
    return firstOfDirection;
  }

  @Override
  public boolean isStreamed() {
    return streamed;
  }

  @Override
  public boolean isPassed() {
    return passed;
  }

  @Override
  public void pass(long rule) {
    passed = true;
  }

  @Override
  public void block(long rule) {
    blocked = true;
  }

  @Override
  public boolean bit(int bit) {
    return bits.get(bit);
  }

  @Override
  public void setBit(int bit, boolean isSet) {
    bits.set(bit, isSet);
  }
}
