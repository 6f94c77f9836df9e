package org.lagroups.scenarios.adversary.group;

import java.time.Duration;

/** Is honest, but its clock is set: an hour forward, and after a T_a an hour back. */
public final class SkewedClock implements Adversary {

  private static final Duration WRONG_BY = Duration.ofHours(1);

  @Override
  public String name() {
    return "skewed-clock";
  }

  @Override
  public String summary() {
    return "has a clock that is wrong by an hour, forward and back";
  }

  @Override
  public void begin(Stage stage) {
    stage.node().clock().step(WRONG_BY);
    stage
        .sim()
        .after(
            Duration.ofMillis(stage.settings().validityMillis()),
            () -> stage.node().clock().step(WRONG_BY.multipliedBy(-2)));
  }
}
