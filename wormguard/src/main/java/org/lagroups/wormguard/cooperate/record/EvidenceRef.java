package org.lagroups.wormguard.cooperate.record;

import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.EvidenceDigest;

/**
 * Which evidence belongs to a signature. It is fetched by itself, and is what is meant only if both
 * fit.
 *
 * @param digest its SHA-256
 * @param lengthBytes 1 to {@link #MAX_BYTES}
 */
public record EvidenceRef(Bytes digest, int lengthBytes) {

  /** The longest evidence. */
  public static final int MAX_BYTES = EvidenceCodec.MAX_BYTES;

  /** Length of the digest in bytes. */
  public static final int DIGEST_LENGTH = EvidenceDigest.LENGTH;

  public EvidenceRef {
    if (digest.length() != DIGEST_LENGTH || lengthBytes < 1 || lengthBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "evidence has a SHA-256 and 1 to %d bytes, not %d".formatted(MAX_BYTES, lengthBytes));
    }
  }

  /**
   * Of this evidence.
   *
   * @throws IllegalArgumentException if it is empty or too long
   */
  public static EvidenceRef of(Bytes evidence) {
    return new EvidenceRef(EvidenceDigest.of(evidence).hash(), evidence.length());
  }

  /** Whether this is the evidence that is meant. */
  public boolean fits(Bytes evidence) {
    return evidence.length() == lengthBytes && EvidenceDigest.of(evidence).hash().equals(digest);
  }
}
