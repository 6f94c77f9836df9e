package org.lagroups.wormguard.cooperate.judge;

import java.util.List;
import org.lagroups.machine.NodeId;

/** What this node makes of a signature. */
public sealed interface Opinion {

  /** It does not know yet. */
  record Open() implements Opinion {}

  /**
   * It vouches for it.
   *
   * @param byOperator whether a person decided so, whatever the tests say
   */
  record Endorsed(boolean byOperator) implements Opinion {}

  /**
   * It does not vouch for it, because of something that only it has seen: neither is that told to
   * the group, nor is anybody blamed. The tests are repeated, as traffic changes.
   *
   * @param detail for people, at most {@link Refutation#MAX_DETAIL_BYTES} in UTF-8
   */
  record Doubted(Doubt doubt, String detail) implements Opinion {}

  /**
   * It says that it is bad.
   *
   * @param detail for people, at most {@link Refutation#MAX_DETAIL_BYTES} in UTF-8
   * @param blamed who loses this node's attestation for it: the origin, and who endorsed it
   */
  record Refuted(Fault fault, String detail, List<NodeId> blamed) implements Opinion {

    public Refuted {
      blamed = List.copyOf(blamed);
    }
  }

  /** Nothing is known yet. */
  Opinion OPEN = new Open();
}
