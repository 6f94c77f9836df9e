package org.lagroups.core.transcript;

import java.util.List;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;

/**
 * A membership transcript: k members endorse another (paper, section 2.1). Nothing in it is checked
 * until a {@link TranscriptVerifier} has looked at it.
 *
 * @param endorsement what they sign
 * @param signers whose signatures are in the sum; 1 to {@link #MAX_SIGNERS}
 * @param signature the sum, {@link BlsSignature#LENGTH} bytes
 */
public record Transcript(Endorsement endorsement, List<Signer> signers, Bytes signature) {

  /** The most signers. */
  public static final int MAX_SIGNERS = 64;

  /** Copies {@code signers}. */
  public Transcript {
    signers = List.copyOf(signers);
    if (signers.isEmpty() || signers.size() > MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to 64 signers, not " + signers.size());
    }
    if (signature.length() != BlsSignature.LENGTH) {
      throw new IllegalArgumentException("96 bytes of signature, not " + signature.length());
    }
  }

  /**
   * One of those who sign.
   *
   * @param identity its keys, which its ID certifies
   * @param possession the proof that it knows the secret of its BLS key, {@link
   *     BlsSignature#LENGTH} bytes
   */
  public record Signer(PublicIdentity identity, Bytes possession) {

    public Signer {
      if (possession.length() != BlsSignature.LENGTH) {
        throw new IllegalArgumentException("96 bytes of proof, not " + possession.length());
      }
    }
  }
}
