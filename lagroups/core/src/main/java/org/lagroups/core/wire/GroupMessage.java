package org.lagroups.core.wire;

import java.util.List;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** What one node says to another about groups. */
public sealed interface GroupMessage {

  /** The most attesters in one digest or request: the members, and as many candidates. */
  int MAX_ATTESTERS = 2 * GroupSettings.HARD_MAX_MEMBERS;

  /**
   * Advertisements, the sender's own or relayed; in the order in which to take them.
   *
   * @param advertisements whole ones
   * @param renewals those that the receiver can make of what it has; taken after the others
   */
  record Advertisements(List<SignedAdvertisement> advertisements, List<Renewal> renewals)
      implements GroupMessage {

    public Advertisements {
      advertisements = List.copyOf(advertisements);
      renewals = List.copyOf(renewals);
    }

    /** Only whole ones. */
    public Advertisements(List<SignedAdvertisement> advertisements) {
      this(advertisements, List.of());
    }
  }

  /**
   * "This is the hash of all the versions that I have."
   *
   * @param hash {@link #HASH_BYTES} bytes: as many as a fingerprint, so that versions whose hashes
   *     are the same are no easier to find than statements whose fingerprints are
   */
  record Summary(GroupId group, Bytes hash) implements GroupMessage {

    /** The length of a hash. */
    public static final int HASH_BYTES = SignedAdvertisement.FINGERPRINT_BYTES;
  }

  /**
   * "These are the versions that I have."
   *
   * @param versions in the order of attesters, each once, at most {@link #MAX_ATTESTERS}
   * @param answer whether it answers a digest; then it is not answered by another
   */
  record Digest(GroupId group, List<Version> versions, boolean answer) implements GroupMessage {

    public Digest {
      versions = List.copyOf(versions);
    }
  }

  /**
   * "Send me the advertisements of these attesters."
   *
   * @param attesters in the order of IDs, each once, at most {@link #MAX_ATTESTERS}
   */
  record Want(GroupId group, List<NodeId> attesters) implements GroupMessage {

    public Want {
      attesters = List.copyOf(attesters);
    }
  }

  /**
   * "Let me in."
   *
   * @param token from an invitation, at most {@link
   *     org.lagroups.core.group.JoinRequest#MAX_TOKEN_BYTES}; empty from a former member
   */
  record JoinAsk(GroupId group, Bytes token) implements GroupMessage {}

  /** "I do not belong to that group." Only ever an answer, and never answered. */
  record NotMember(GroupId group) implements GroupMessage {}

  /**
   * "This is my share of your endorsement."
   *
   * @param expiryMillis until when it endorses the receiver
   * @param signature by the sender's BLS key, {@link BlsSignature#LENGTH} bytes; not checked
   * @param possession the proof that the key is the sender's, {@link BlsSignature#LENGTH} bytes,
   *     not checked; or none, if it was sent before over the same link
   */
  record Share(GroupId group, long expiryMillis, Bytes signature, Bytes possession)
      implements GroupMessage {}

  /** "This attester says two things at once": with both, so that anyone can see for himself. */
  record EquivocationProof(Equivocation equivocation) implements GroupMessage {}

  /**
   * Which advertisement of an attester is the latest known.
   *
   * @param fingerprint of the advertisement, {@link SignedAdvertisement#FINGERPRINT_BYTES} bytes;
   *     two under one sequence show that their attester equivocates
   */
  record Version(NodeId attester, long sequence, Bytes fingerprint) {

    /** Beyond every sequence: no advertisement of an equivocator is newer than the proof. */
    private static final long PROVEN = Long.MAX_VALUE;

    private static final Bytes NO_FINGERPRINT =
        Bytes.wrapOwned(new byte[SignedAdvertisement.FINGERPRINT_BYTES]);

    /** The last version of an attester of which a proof of equivocation is known. */
    public static Version proven(NodeId attester) {
      return new Version(attester, PROVEN, NO_FINGERPRINT);
    }

    /** Whether it stands for a proof rather than an advertisement. */
    public boolean isProof() {
      return sequence == PROVEN;
    }
  }
}
