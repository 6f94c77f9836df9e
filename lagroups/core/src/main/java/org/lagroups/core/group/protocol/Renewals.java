package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.wire.GroupMessage.Want;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.NodeId;

/** Makes whole advertisements of renewals that peers send, or asks for them. */
final class Renewals {

  private final GroupState state;
  private final Services services;
  private final NodeId self;

  Renewals(GroupState state, Services services) {
    this.state = state;
    this.services = services;
    this.self = services.identity().nodeId();
  }

  /**
   * The advertisement that a renewal stands for. Nothing of it has been checked; it goes the way of
   * one that came whole.
   */
  Optional<SignedAdvertisement> take(NodeId from, Renewal renewal) {
    NodeId attester = renewal.attester().orElse(from);
    Optional<SignedAdvertisement> known = known(attester);
    Optional<SignedAdvertisement> whole = known.flatMap(renewal::appliedTo);
    if (state.database().equivocators().contains(attester)) {
      services.counters().refused(Refusal.EQUIVOCATION);
    } else if (whole.isPresent()) {
      services.counters().renewed();
    } else if (known.filter(one -> one.signature().equals(renewal.signature())).isPresent()) {
      services.counters().duplicate();
    } else if (renewal.sequence() <= knownSequence(attester)) {
      services.counters().refused(Refusal.STALE);
    } else {
      services.counters().refused(Refusal.UNKNOWN_BASE);
      ask(from, attester, renewal.sequence());
    }
    return whole;
  }

  /** Asks for the whole: a peer in the view for any other there, and whoever speaks for itself. */
  private void ask(NodeId from, NodeId attester, long sequence) {
    boolean mayHaveIt =
        attester.equals(from) || (state.view().contains(from) && state.view().contains(attester));
    long now = services.environment().elapsedNanos();
    if (mayHaveIt && state.neighbours().repair().takeTurnToAsk(attester, sequence, now)) {
      services.sender().send(from, new Want(state.group(), List.of(attester)));
    }
  }

  private Optional<SignedAdvertisement> known(NodeId attester) {
    return attester.equals(self)
        ? state.own().latest()
        : state.database().find(attester).map(KnownAdvertisement::signed);
  }

  private long knownSequence(NodeId attester) {
    return attester.equals(self)
        ? state.sequences().last()
        : known(attester).map(one -> one.content().sequence()).orElse(0L);
  }
}
