package org.lagroups.core.attestation;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * A link-state advertisement as it travels: the very bytes that were signed, so that it can be
 * passed on and checked by others unchanged.
 *
 * @param content what {@code encoded} says
 * @param encoded the bytes that the signature covers
 * @param signature the attester's, not necessarily checked yet
 */
public record SignedAdvertisement(
    LinkStateAdvertisement content, Bytes encoded, Signature signature) {

  /** How long a fingerprint is in bytes: too long for two statements to be made to share one. */
  public static final int FINGERPRINT_BYTES = 16;

  /** Tells what is said from anything else: the first bytes of a SHA-256 over {@code encoded}. */
  public Bytes fingerprint() {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      encoded.addTo(hash);
      return Bytes.copyOf(hash.digest(), 0, FINGERPRINT_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
