package org.lagroups.scenarios.adversary.group;

import java.time.Duration;

/** Does everything right, and late. */
public final class SlowRelay implements Adversary {

  private static final Duration LATE = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "slow-relay";
  }

  @Override
  public String summary() {
    return "holds back all that it says and passes on";
  }

  @Override
  public void begin(Stage stage) {
    stage.treat((envelope, wire) -> wire.sendAfter(LATE, envelope));
  }
}
