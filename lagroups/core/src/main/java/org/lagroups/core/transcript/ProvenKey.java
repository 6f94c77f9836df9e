package org.lagroups.core.transcript;

import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.NodeId;

/** The BLS key of a node that has proven to know its secret. Only a {@link KeyRing} makes one. */
public final class ProvenKey {

  private final Signer owner;
  private final BlsPublicKey key;

  ProvenKey(Signer owner, BlsPublicKey key) {
    this.owner = owner;
    this.key = key;
  }

  /** Whose it is, and the proof. */
  public Signer owner() {
    return owner;
  }

  /** Whose it is. */
  public NodeId node() {
    return owner.identity().nodeId();
  }

  BlsPublicKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "BLS key of " + node();
  }
}
