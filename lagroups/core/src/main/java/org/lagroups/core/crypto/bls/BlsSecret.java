package org.lagroups.core.crypto.bls;

import org.lagroups.machine.Bytes;

/** A secret key: a number below the order of the curve's subgroup, above 0. */
public final class BlsSecret {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private final Bytes scalar;

  /**
   * Of a big-endian number, which is not checked here: keys come from key generation.
   *
   * @throws IllegalArgumentException if it is not {@link #LENGTH} bytes long
   */
  public BlsSecret(Bytes scalar) {
    if (scalar.length() != LENGTH) {
      throw new IllegalArgumentException("a secret has 32 bytes, not " + scalar.length());
    }
    this.scalar = scalar;
  }

  Bytes scalar() {
    return scalar;
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "BLS secret";
  }
}
