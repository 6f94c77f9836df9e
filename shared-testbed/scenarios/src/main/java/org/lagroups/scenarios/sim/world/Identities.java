package org.lagroups.scenarios.sim.world;

import org.lagroups.core.crypto.Identity;
import org.lagroups.simnet.engine.SeedTree;

/** Keys of simulated nodes: real ones, each from its seed. */
final class Identities {

  private Identities() {}

  static Identity of(long seed, int index) {
    return Identity.generate(SeedTree.random(seed, "keys of node " + index));
  }
}
