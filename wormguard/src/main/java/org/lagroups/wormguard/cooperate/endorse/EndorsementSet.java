package org.lagroups.wormguard.cooperate.endorse;

import java.util.List;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;

/**
 * Who endorses a signature until when, in one signature of 96 bytes: proof for whoever knows whom
 * to trust. Nothing in it is checked until a {@link SetVerifier} has looked at it.
 *
 * @param signers whose shares are in the sum, 1 to {@link #MAX_SIGNERS}
 * @param multiSignature the sum, 96 bytes
 */
public record EndorsementSet(
    SignatureEndorsement endorsement, List<Signer> signers, Bytes multiSignature) {

  /** The most signers: as many as a group has members. */
  public static final int MAX_SIGNERS = Transcript.MAX_SIGNERS;

  public EndorsementSet {
    signers = List.copyOf(signers);
    if (signers.isEmpty() || signers.size() > MAX_SIGNERS) {
      throw new IllegalArgumentException("1 to 64 signers, not " + signers.size());
    }
    if (multiSignature.length() != BlsSignature.LENGTH) {
      throw new IllegalArgumentException("96 bytes of signature, not " + multiSignature.length());
    }
  }
}
