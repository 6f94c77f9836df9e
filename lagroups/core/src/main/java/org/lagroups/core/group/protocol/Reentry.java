package org.lagroups.core.group.protocol;

/** Runs something as a call to the machine: afterwards timers are set and listeners told. */
@FunctionalInterface
interface Reentry {

  void run(Runnable call);
}
