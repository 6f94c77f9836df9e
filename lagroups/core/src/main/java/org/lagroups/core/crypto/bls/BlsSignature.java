package org.lagroups.core.crypto.bls;

import org.lagroups.machine.Bytes;

/**
 * A signature, or the sum of several: a point of the right subgroup of G2. It belongs to the {@link
 * Bls} that made it.
 */
public interface BlsSignature {

  /** Length of the encoded form in bytes. */
  int LENGTH = 96;

  /** The compressed point. */
  Bytes encoded();
}
