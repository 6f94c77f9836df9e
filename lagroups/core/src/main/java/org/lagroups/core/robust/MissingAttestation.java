package org.lagroups.core.robust;

import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.machine.NodeId;

/** An attestation between two robust members that no longer counts. */
public record MissingAttestation(NodeId attester, NodeId attestee, Cause cause) {

  /** Why it does not count. */
  public sealed interface Cause {

    /** It is no longer in the view. */
    record Lost(Loss loss) implements Cause {}

    /** It is there, but the node at its other end is no robust member any more either. */
    record OtherLeft() implements Cause {}
  }
}
