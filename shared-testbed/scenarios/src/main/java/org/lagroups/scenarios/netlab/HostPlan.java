package org.lagroups.scenarios.netlab;

import java.util.Optional;

/**
 * A host to be.
 *
 * @param name unlike others'
 * @param up what it can send; unlimited if there is none
 * @param down what it can receive; unlimited if there is none
 */
public record HostPlan(String name, Optional<Rate> up, Optional<Rate> down) {

  /** With a cable that knows no limits. */
  public static HostPlan of(String name) {
    return new HostPlan(name, Optional.empty(), Optional.empty());
  }

  /** The same with an uplink. */
  public HostPlan up(Rate rate) {
    return new HostPlan(name, Optional.of(rate), down);
  }

  /** The same with a downlink. */
  public HostPlan down(Rate rate) {
    return new HostPlan(name, up, Optional.of(rate));
  }
}
