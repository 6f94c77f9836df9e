package org.lagroups.core.group.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.wire.GroupMessage.EquivocationProof;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * Finds attesters of one group that say two things under one sequence, and takes the proofs of
 * others. Only two good signatures prove anything: whatever is not signed was said by nobody.
 */
final class Contradictions {

  /** What it costs a peer to bring a proof that is none, in signature checks. */
  static final int BAD_PROOF_CHECKS = 64;

  /** So many proofs against nodes to which this one does not attest are taken of a peer at once. */
  static final int PROOF_BURST = 16;

  /** No more than one a second in the long run: a member can make up nodes that equivocate. */
  private static final Rate PROOF_PACE = new Rate(1, PROOF_BURST);

  private final GroupState state;
  private final Services services;
  private final SignatureChecks signatures;
  private final PeerBuckets pace = new PeerBuckets(PROOF_PACE, GroupInbox.MAX_PACED);

  Contradictions(GroupState state, Services services, SignatureChecks signatures) {
    this.state = state;
    this.services = services;
    this.signatures = signatures;
  }

  /**
   * There is a statement other than the one that is known under the same sequence. What came from
   * its attester itself may not have been checked yet. Who brings the second pays for both, so that
   * the attester cannot put it off by using up its own budget.
   *
   * @return why the second is not taken
   */
  Refusal found(
      NodeId from, Allowance allowance, SignedAdvertisement second, KnownAdvertisement known) {
    Optional<Refusal> refusal =
        signatures.forgery(from, allowance, second).or(() -> forgery(from, allowance, known));
    NodeId attester = known.content().attesterId();
    if (refusal.isEmpty() && state.view().contains(attester)) {
      state.convict(Equivocation.of(known.signed(), second), from);
    }
    return refusal.orElse(Refusal.EQUIVOCATION);
  }

  /** A peer shows a proof. */
  void shown(NodeId from, Allowance allowance, Equivocation equivocation) {
    NodeId attester = equivocation.attester();
    if (state.database().equivocators().contains(attester)) {
      services.counters().duplicate();
      return;
    }
    Optional<Refusal> refusal =
        unwelcome(from, attester)
            .or(() -> signatures.forgery(from, allowance, equivocation.first()))
            .or(() -> signatures.forgery(from, allowance, equivocation.second()));
    refusal.ifPresentOrElse(
        reason -> refuse(from, allowance, reason), () -> state.convict(equivocation, from));
  }

  /** The messages that prove which of these nodes equivocate. */
  List<Bytes> proofsAgainst(Collection<NodeId> nodes) {
    SortedMap<NodeId, Equivocation> proofs = state.database().equivocators().proofs();
    proofs.keySet().retainAll(nodes);
    return proofs.values().stream()
        .map(proof -> GroupMessageCodec.encode(new EquivocationProof(proof)))
        .toList();
  }

  private Optional<Refusal> forgery(NodeId from, Allowance allowance, KnownAdvertisement known) {
    if (known.signatureChecked()) {
      return Optional.empty();
    }
    NodeId attester = known.content().attesterId();
    Optional<Refusal> forgery = signatures.forgery(from, allowance, known.signed());
    if (forgery.isEmpty()) {
      state.database().markChecked(attester);
    } else if (forgery.get() == Refusal.BAD_SIGNATURE) {
      state.reject(attester);
    }
    return forgery;
  }

  /** Proofs matter against this node and those in its view; against strangers, not too many. */
  private Optional<Refusal> unwelcome(NodeId from, NodeId attester) {
    if (attester.equals(services.identity().nodeId()) || state.vouchesFor(attester)) {
      return Optional.empty();
    }
    if (!state.view().contains(attester)) {
      return Optional.of(Refusal.NOT_IN_VIEW);
    }
    return pace.take(from, 1, services.environment().elapsedNanos())
        ? Optional.empty()
        : Optional.of(Refusal.TOO_SOON);
  }

  private void refuse(NodeId from, Allowance allowance, Refusal reason) {
    services.counters().refused(reason);
    if (reason == Refusal.BAD_SIGNATURE) {
      // Nobody passes on a proof that it has not checked.
      services.budgets().charge(from, allowance, BAD_PROOF_CHECKS);
    }
  }
}
