package org.lagroups.simnet.engine;

/** Something that happens at one moment of virtual time. */
@FunctionalInterface
public interface Event {

  /** Happens, on the simulation's thread. */
  void fire();
}
