package org.lagroups.core.group.endorse;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Endorsements.Sum;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** The shares under one endorsement of this node, by signer. */
final class ReceivedShares {

  /** Of so many signers shares are kept: members, and as many who may become members. */
  static final int MAX_SIGNERS = 2 * GroupSettings.HARD_MAX_MEMBERS;

  private final Endorsement endorsement;
  private final TreeMap<NodeId, Share> shares = new TreeMap<>();

  /** The last ones that were added up, and what came out. */
  private SequencedMap<Signer, Bytes> added = new LinkedHashMap<>();

  private Optional<Transcript> transcript = Optional.empty();

  private record Share(Signer signer, Bytes signature) {}

  ReceivedShares(Endorsement endorsement) {
    this.endorsement = endorsement;
  }

  Endorsement endorsement() {
    return endorsement;
  }

  int count() {
    return shares.size();
  }

  /**
   * Takes a share; a later one of the same signer replaces it. If there are too many, those of
   * signers outside the view make room: however many strangers sign, they keep no member out.
   */
  void put(Signer signer, Bytes signature, Predicate<NodeId> inView) {
    NodeId node = signer.identity().nodeId();
    if (shares.size() >= MAX_SIGNERS && !shares.containsKey(node)) {
      shares.keySet().removeIf(inView.negate());
    }
    if (shares.size() < MAX_SIGNERS || shares.containsKey(node)) {
      shares.put(node, new Share(signer, signature));
    }
  }

  /** The shares of these signers, as far as they are there, in the order of IDs. */
  SequencedMap<Signer, Bytes> of(Set<NodeId> signers) {
    SequencedMap<Signer, Bytes> some = new LinkedHashMap<>();
    for (Share share : shares.values()) {
      if (signers.contains(share.signer().identity().nodeId())) {
        some.put(share.signer(), share.signature());
      }
    }
    return some;
  }

  /** What just these shares add up to, if that was the last thing found out. */
  Optional<Transcript> transcriptOf(SequencedMap<Signer, Bytes> some) {
    return some.equals(added) ? transcript : Optional.empty();
  }

  /**
   * Notes what shares add up to, and drops those that are bad.
   *
   * @return the transcript of the good ones, if there are any
   */
  Optional<Transcript> addedUp(SequencedMap<Signer, Bytes> some, Sum sum) {
    sum.bad().forEach(shares::remove);
    added = some;
    added.keySet().removeIf(signer -> sum.bad().contains(signer.identity().nodeId()));
    transcript =
        sum.signature().map(signature -> new Transcript(endorsement, sum.signers(), signature));
    return transcript;
  }
}
