package org.lagroups.wormguard.learn.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.lagroups.machine.Bytes;

/**
 * Names evidence: the SHA-256 of its encoding.
 *
 * @param hash exactly {@link #LENGTH} bytes
 */
public record EvidenceDigest(Bytes hash) implements Comparable<EvidenceDigest> {

  /** Length in bytes. */
  public static final int LENGTH = 32;

  private static final int ABBREVIATED_LENGTH = 12;

  public EvidenceDigest {
    if (hash.length() != LENGTH) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + hash.length());
    }
  }

  /** That of an encoding, or of what is said to be one. */
  public static EvidenceDigest of(Bytes encoded) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      encoded.addTo(digest);
      return new EvidenceDigest(Bytes.wrapOwned(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** That of evidence. */
  public static EvidenceDigest of(Evidence evidence) {
    return of(EvidenceCodec.encode(evidence));
  }

  /** The first twelve hexadecimal digits: enough to tell evidence apart on screen. */
  public String abbreviated() {
    return toString().substring(0, ABBREVIATED_LENGTH);
  }

  @Override
  public int compareTo(EvidenceDigest other) {
    return hash.compareTo(other.hash);
  }

  /** 64 hexadecimal digits. */
  @Override
  public String toString() {
    return hash.toHex();
  }
}
