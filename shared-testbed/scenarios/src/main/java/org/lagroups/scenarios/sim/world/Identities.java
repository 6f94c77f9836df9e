package org.lagroups.scenarios.sim.world;

import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.engine.SeedTree;

/** Keys of simulated nodes: real ones, each from its seed. Both libraries make the same. */
final class Identities {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);

  private Identities() {}

  static Identity of(long seed, int index) {
    byte[] secret = new byte[Identity.SECRET_LENGTH];
    SeedTree.random(seed, "keys of node " + index).nextBytes(secret);
    return Identity.fromSecret(Bytes.wrapOwned(secret), BLS);
  }
}
