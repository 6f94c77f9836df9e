package org.lagroups.wormguard.enforce;

/** For how long something holds, by the clocks of whoever gave it. For the thread that judges. */
@FunctionalInterface
public interface Lease {

  /** How many milliseconds are left; 0 or less once it is over. */
  long leftMillis();

  /** Whether it holds no more. */
  default boolean isOver() {
    return leftMillis() <= 0;
  }
}
