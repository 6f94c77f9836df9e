package org.lagroups.simnet.check;

/**
 * Looks at the nodes from outside and says what is wrong. It changes nothing: neither nodes nor
 * network, nor anything random.
 */
@FunctionalInterface
public interface Checker {

  /** Looks once; every fault goes to {@code findings}. */
  void check(Findings findings);
}
