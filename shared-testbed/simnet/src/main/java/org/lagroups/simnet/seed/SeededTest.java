package org.lagroups.simnet.seed;

/** A test that derives all its randomness from one seed. */
@FunctionalInterface
public interface SeededTest {

  /** Runs once. */
  void run(long seed) throws Exception;
}
