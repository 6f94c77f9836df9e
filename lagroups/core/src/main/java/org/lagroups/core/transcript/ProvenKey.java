package org.lagroups.core.transcript;

import org.lagroups.core.crypto.bls.BlsPublicKey;
import org.lagroups.machine.NodeId;

/** The BLS key of a node that has proven to know its secret. Only a {@link KeyRing} makes one. */
public final class ProvenKey {

  private final NodeId node;
  private final BlsPublicKey key;

  ProvenKey(NodeId node, BlsPublicKey key) {
    this.node = node;
    this.key = key;
  }

  /** Whose it is. */
  public NodeId node() {
    return node;
  }

  BlsPublicKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "BLS key of " + node;
  }
}
