package org.lagroups.wormguard.learn.check;

import java.util.Optional;
import org.lagroups.wormguard.engine.header.FlowState;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

/** The flow of one sample, as far as it is known. */
record SampleFlow(PayloadSample sample) implements FlowState {

  @Override
  public long id() {
    return 1;
  }

  @Override
  public boolean isTowardsServer() {
    return sample.direction().equals(Optional.of(Direction.TO_SERVER));
  }

  @Override
  public boolean isTowardsClient() {
    return sample.direction().equals(Optional.of(Direction.TO_CLIENT));
  }

  @Override
  public boolean isEstablished() {
    return sample.isEstablished();
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
    // Nothing follows.
  }

  @Override
  public void block(long rule) {
    // Nothing follows.
  }

  @Override
  public boolean bit(int bit) {
    return false;
  }

  @Override
  public void setBit(int bit, boolean isSet) {
    // Nothing follows.
  }
}
