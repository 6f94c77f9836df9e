package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage.Want;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.NodeId;

/** Makes whole advertisements of renewals that peers send, or asks for them. */
final class Renewals {

  private static final Decoded<SignedAdvertisement> NO_BASE =
      new Decoded.Refused<>(Refusal.UNKNOWN_BASE);

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
    if (state.database().equivocators().contains(attester)) {
      services.counters().refused(Refusal.EQUIVOCATION);
      return Optional.empty();
    }
    Optional<SignedAdvertisement> known = known(attester);
    return switch (known.map(renewal::appliedTo).orElse(NO_BASE)) {
      case Decoded.Accepted<SignedAdvertisement>(SignedAdvertisement whole) -> {
        services.counters().renewed();
        yield Optional.of(whole);
      }
      case Decoded.Refused<SignedAdvertisement>(Refusal reason) -> {
        refuse(from, attester, renewal, known, reason);
        yield Optional.empty();
      }
    };
  }

  private void refuse(
      NodeId from,
      NodeId attester,
      Renewal renewal,
      Optional<SignedAdvertisement> known,
      Refusal reason) {
    if (known.filter(one -> one.signature().equals(renewal.signature())).isPresent()) {
      services.counters().duplicate();
    } else if (renewal.sequence() <= knownSequence(attester)) {
      services.counters().refused(Refusal.STALE);
    } else {
      services.counters().refused(reason);
      if (reason == Refusal.UNKNOWN_BASE) {
        ask(from, attester, renewal.sequence());
      }
    }
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
