package org.lagroups.core.crypto.bls;

import org.lagroups.machine.Bytes;

/**
 * A public key, or the sum of several: a point of the right subgroup of G1. It belongs to the
 * {@link Bls} that made it.
 */
public interface BlsPublicKey {

  /** Length of the encoded form in bytes. */
  int LENGTH = 48;

  /** The compressed point. */
  Bytes encoded();
}
