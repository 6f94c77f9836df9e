package org.lagroups.wormguard.cooperate.enforce;

/** Where whoever stands in the traffic learns what is enforced. From any thread. */
@FunctionalInterface
public interface Enforcement {

  /** What is enforced now; cheap enough to be asked before every batch of packets. */
  EnforcedSet current();
}
