package org.lagroups.wormguard.cooperate.endorse;

import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * One gateway's part in an endorsement, as it came.
 *
 * @param possession the proof that the endorser knows the secret of its BLS key, 96 bytes
 * @param signature 96 bytes
 */
public record EndorsementShare(
    SignatureEndorsement endorsement, NodeId endorser, Bytes possession, Bytes signature) {

  public EndorsementShare {
    if (possession.length() != BlsSignature.LENGTH || signature.length() != BlsSignature.LENGTH) {
      throw new IllegalArgumentException("a share and its proof have 96 bytes each");
    }
  }
}
