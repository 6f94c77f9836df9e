package org.lagroups.wormguard.engine.header;

/** The state of packets that belong to no flow: nothing is kept. */
public enum NoFlow implements FlowState {
  /** The only one. */
  NO_FLOW;

  @Override
  public long id() {
    return 0;
  }

  @Override
  public boolean isTowardsServer() {
    return false;
  }

  @Override
  public boolean isTowardsClient() {
    return false;
  }

  @Override
  public boolean isEstablished() {
    return false;
  }

  @Override
  public boolean isFirstOfDirection() {
    return true;
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
    // The next packet has nothing to do with this one.
  }

  @Override
  public void block(long rule) {
    // Nor is the next one blocked for this one.
  }

  @Override
  public boolean bit(int bit) {
    return false;
  }

  @Override
  public void setBit(int bit, boolean isSet) {
    // There is nothing to keep it with.
  }
}
