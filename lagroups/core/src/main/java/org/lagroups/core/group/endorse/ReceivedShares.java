package org.lagroups.core.group.endorse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Endorsements.Sum;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * The shares under one endorsement of this node, by signer. Bounded by what {@link EndorsementDesk}
 * lets in.
 */
final class ReceivedShares {

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

  boolean isFrom(NodeId signer) {
    return shares.containsKey(signer);
  }

  /** Takes a share; a later one of the same signer replaces it. */
  void put(Signer signer, Bytes signature) {
    shares.put(signer.identity().nodeId(), new Share(signer, signature));
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
    Map<NodeId, Signer> owners = new TreeMap<>();
    some.keySet().forEach(signer -> owners.put(signer.identity().nodeId(), signer));
    sum.bad().forEach(shares::remove);
    List<Signer> signers = sum.signers().stream().map(owners::get).toList();
    added = some;
    added.keySet().removeIf(signer -> sum.bad().contains(signer.identity().nodeId()));
    transcript = sum.signature().map(signature -> new Transcript(endorsement, signers, signature));
    return transcript;
  }
}
