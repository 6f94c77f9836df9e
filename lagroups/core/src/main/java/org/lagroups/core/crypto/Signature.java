package org.lagroups.core.crypto;

import org.lagroups.machine.Bytes;

/**
 * An Ed25519 signature (RFC 8032), not yet checked.
 *
 * @param value exactly {@link #LENGTH} bytes
 */
public record Signature(Bytes value) {

  /** Length in bytes. */
  public static final int LENGTH = 64;

  public Signature {
    if (value.length() != LENGTH) {
      throw new IllegalArgumentException("a signature has 64 bytes, not " + value.length());
    }
  }
}
