package org.lagroups.wormguard.cooperate.wire;

import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** What gateways say to each other. Each is about one group. */
public sealed interface GuardMessage {

  /** The group that it is about. */
  GroupId group();

  /**
   * What the sender knows, so that the receiver asks for what it lacks.
   *
   * @param entries at most {@link #MAX_ENTRIES}, in the order of IDs, none twice
   */
  record Summary(GroupId group, List<Known> entries) implements GuardMessage {

    /** The most entries. */
    public static final int MAX_ENTRIES = 1_024;

    public Summary {
      entries = List.copyOf(entries);
    }

    /**
     * A signature.
     *
     * @param state the same at two members that know the same of it
     */
    public record Known(SignatureId id, long state) {}
  }

  /**
   * Asks for all that the receiver knows of some signatures.
   *
   * @param ids 1 to {@link #MAX_IDS}, in their order, none twice
   */
  record Want(GroupId group, List<SignatureId> ids) implements GuardMessage {

    /** The most in one message. */
    public static final int MAX_IDS = 64;

    public Want {
      ids = List.copyOf(ids);
    }
  }

  /** Here is a signature. */
  record Offer(GroupId group, SignedRecord signature) implements GuardMessage {}

  /**
   * Somebody endorses signatures.
   *
   * @param endorser whose shares these are, who need not be the sender
   * @param possession its proof that it knows its secret, 96 bytes
   * @param shares 1 to {@link #MAX_SHARES}, all of this endorser, with this proof, in the order of
   *     IDs, none twice
   */
  record Shares(GroupId group, NodeId endorser, Bytes possession, List<EndorsementShare> shares)
      implements GuardMessage {

    /** The most in one message. */
    public static final int MAX_SHARES = 256;

    public Shares {
      shares = List.copyOf(shares);
    }
  }

  /** Somebody says that a signature is bad. */
  record Refute(GroupId group, SignedRefutation refutation) implements GuardMessage {}

  /**
   * Asks for a part of a signature's evidence.
   *
   * @param offset where it begins, 0 or more
   */
  record AskEvidence(GroupId group, SignatureId id, int offset) implements GuardMessage {}

  /**
   * A part of a signature's evidence.
   *
   * @param content at most {@link #MAX_BYTES}; empty if the sender does not have it
   */
  record EvidencePart(GroupId group, SignatureId id, int offset, Bytes content)
      implements GuardMessage {

    /** The most bytes in one message. */
    public static final int MAX_BYTES = 48 * 1024;
  }
}
