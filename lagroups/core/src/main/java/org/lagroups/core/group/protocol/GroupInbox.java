package org.lagroups.core.group.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.GroupEvent.CandidateHeard;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.wire.GroupMessage.Digest;
import org.lagroups.core.wire.GroupMessage.JoinAsk;
import org.lagroups.core.wire.GroupMessage.Share;
import org.lagroups.core.wire.GroupMessage.Summary;
import org.lagroups.core.wire.GroupMessage.Want;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** Takes what peers send about one group, as far as the rules allow. */
final class GroupInbox {

  /** So many of an attester's own advertisements are taken at once: what a slow link held back. */
  static final int OWN_BURST = 20;

  /** An attester's own advertisements are taken no faster than it may issue them. */
  private static final Rate OWN_PACE =
      new Rate(1_000.0 / OwnAdvertisement.MIN_SPACING_MILLIS, OWN_BURST);

  /** Of so many attesters that is remembered: the members, and as many candidates. */
  static final int MAX_PACED = 2 * GroupSettings.HARD_MAX_MEMBERS;

  private final GroupState state;
  private final Services services;
  private final NodeId self;
  private final AcceptanceRules rules;
  private final Renewals renewals;
  private final AskLog asks;
  private final Denials denials;
  private final PeerBuckets ownPace = new PeerBuckets(OWN_PACE, MAX_PACED);
  private final SignatureChecks signatures;
  private final Contradictions contradictions;

  GroupInbox(GroupState state, Services services) {
    this.state = state;
    this.services = services;
    this.self = services.identity().nodeId();
    this.rules = new AcceptanceRules(state.settings());
    this.renewals = new Renewals(state, services);
    this.signatures = new SignatureChecks(services);
    this.contradictions = new Contradictions(state, services, signatures);
    this.denials = new Denials(state.settings().validityMillis());
    this.asks = new AskLog(TimeUnit.MILLISECONDS.toNanos(state.settings().validityMillis()));
  }

  /** A peer says something of the group: so it belongs to it. */
  void heardFrom(NodeId from) {
    denials.contradicted(from);
  }

  /** A peer says that it does not belong to the group. */
  void onNotMember(NodeId from) {
    if (denials.heard(from, state::isAcquaintance, services.environment().elapsedNanos())) {
      denials.contradicted(from);
      asks.forget(from);
      state.disown(from);
    }
  }

  void onAdvertisement(NodeId from, Allowance allowance, SignedAdvertisement signed) {
    NodeId attester = signed.content().attesterId();
    Optional<KnownAdvertisement> known = state.database().find(attester);
    if (attester.equals(self)) {
      onOwn(from, allowance, signed);
    } else if (state.database().equivocators().contains(attester)) {
      services.counters().refused(Refusal.EQUIVOCATION);
    } else if (known.isPresent()
        && signed.content().sequence() <= known.get().content().sequence()) {
      onNothingNewer(from, allowance, signed, known.get());
    } else {
      boolean fromItself = attester.equals(from);
      Optional<Refusal> refusal =
          rules
              .refusal(signed.content(), services.environment().wallMillis())
              .or(() -> fromItself ? haste(from) : signatures.forgery(from, allowance, signed));
      if (refusal.isPresent()) {
        services.counters().refused(refusal.get());
      } else {
        services.counters().accepted(fromItself);
        state.accept(signed, from, !fromItself);
      }
    }
  }

  void onRenewal(NodeId from, Allowance allowance, Renewal renewal) {
    renewals.take(from, renewal).ifPresent(whole -> onAdvertisement(from, allowance, whole));
    if (!renewal.share().isEmpty()) {
      long expiry = state.settings().grid().endorsedUntil(renewal.expiryMillis());
      onShare(from, new Share(state.group(), expiry, renewal.share(), Bytes.EMPTY));
    }
  }

  /** Somebody has these versions: where ours differ, ours are told in full. */
  void onSummary(NodeId from, Allowance allowance, Summary theirs) {
    Summary ours = state.neighbours().repair().summary(state.view(), state.own().latest());
    if (isMember(from) && !theirs.equals(ours)) {
      answer(from, allowance, fullDigest(false));
    }
  }

  void onDigest(NodeId from, Allowance allowance, Digest theirs) {
    if (!isMember(from)) {
      return;
    }
    List<NodeId> lacking =
        state
            .neighbours()
            .repair()
            .lacking(
                theirs,
                state.view(),
                state.own().latest(),
                state.sequences().last(),
                services.environment().elapsedNanos());
    if (!lacking.isEmpty()) {
      services.sender().send(from, new Want(state.group(), lacking));
    }
    if (!theirs.answer()
        && state.neighbours().repair().hasNewsFor(theirs, state.view(), state.own().latest())) {
      answer(from, allowance, fullDigest(true));
    }
  }

  void onWant(NodeId from, Allowance allowance, Want want) {
    if (!isMember(from)) {
      return;
    }
    List<SignedAdvertisement> wanted = new ArrayList<>();
    for (NodeId attester : state.view().nearestFirst()) {
      if (want.attesters().contains(attester)) {
        passable(attester).ifPresent(wanted::add);
      }
    }
    GroupMessageCodec.encodeAll(wanted).forEach(message -> answer(from, allowance, message));
    contradictions.proofsAgainst(want.attesters()).forEach(proof -> answer(from, allowance, proof));
  }

  void onJoinAsk(NodeId from, Allowance allowance, JoinAsk ask) {
    if (!services.budgets().takeCheck(from, allowance)) {
      services.counters().refused(Refusal.OVER_BUDGET);
    } else if (state.database().equivocators().contains(from)) {
      services.counters().refused(Refusal.EQUIVOCATION);
    } else if (state.view().contains(from)) {
      reintroduce(from, allowance);
    } else if (state.isFull()) {
      services.counters().refused(Refusal.GROUP_FULL);
    } else if (asks.isNew(from, ask.token(), services.environment().elapsedNanos())) {
      state.listeners().tell(new CandidateHeard(state.group(), from, ask.token()));
    }
  }

  /** An attester of this node has signed its endorsement. */
  void onShare(NodeId from, Share share) {
    Optional<KnownAdvertisement> attester =
        state.database().find(from).filter(known -> known.attestees().containsKey(self));
    if (attester.isEmpty()) {
      services.counters().refused(Refusal.NOT_IN_VIEW);
    } else {
      PublicIdentity keys = attester.get().content().attester();
      state.endorsements().ifPresent(desk -> desk.take(keys, share, state.view()::contains));
    }
  }

  /** Somebody says that an attester has said two things at once, and shows both. */
  void onProof(NodeId from, Allowance allowance, Equivocation equivocation) {
    contradictions.shown(from, allowance, equivocation);
  }

  /** A member asks: it has not heard of this node since it lost its state, or its link. */
  private void reintroduce(NodeId member, Allowance allowance) {
    int length = state.own().latest().map(own -> own.encoded().length()).orElse(0);
    if (services.budgets().takeAnswer(member, allowance, length)) {
      state.neighbours().introduce(member);
    } else {
      services.counters().refused(Refusal.OVER_BUDGET);
    }
  }

  /**
   * An advertisement of this node itself comes back. If it is none that this node remembers, its
   * state was lost: it never goes below that number again (as OSPF does, RFC 2328, section 13.4).
   */
  private void onOwn(NodeId from, Allowance allowance, SignedAdvertisement signed) {
    long sequence = signed.content().sequence();
    boolean isLatest =
        state.own().latest().filter(own -> own.encoded().equals(signed.encoded())).isPresent();
    if (isLatest) {
      services.counters().duplicate();
    } else if (sequence < state.sequences().last()) {
      services.counters().refused(Refusal.STALE);
    } else {
      Optional<Refusal> forgery = signatures.forgery(from, allowance, signed);
      if (forgery.isPresent()) {
        services.counters().refused(forgery.get());
      } else {
        state
            .own()
            .latest()
            .filter(own -> own.content().sequence() == sequence)
            .ifPresent(own -> state.convict(Equivocation.of(own, signed), from));
        state.sequences().jumpAbove(sequence);
        state.own().changed();
      }
    }
  }

  private void onNothingNewer(
      NodeId from, Allowance allowance, SignedAdvertisement signed, KnownAdvertisement known) {
    boolean fromItself = known.content().attesterId().equals(from);
    if (signed.content().sequence() < known.content().sequence()) {
      services.counters().refused(Refusal.STALE);
      if (fromItself) {
        remind(from, allowance);
      }
    } else if (signed.encoded().equals(known.signed().encoded())) {
      services.counters().duplicate();
    } else {
      services.counters().refused(contradictions.found(from, allowance, signed, known));
    }
  }

  /** An attester has fallen behind itself: it has lost its state, and hears where it was. */
  private void remind(NodeId attester, Allowance allowance) {
    Optional<SignedAdvertisement> known = passable(attester);
    if (known.isPresent()) {
      List<Bytes> messages = GroupMessageCodec.encodeAll(List.of(known.get()));
      messages.forEach(message -> answer(attester, allowance, message));
    }
  }

  /** The advertisement of an attester, if it may be passed on. */
  private Optional<SignedAdvertisement> passable(NodeId attester) {
    return attester.equals(self)
        ? state.own().latest()
        : state
            .database()
            .find(attester)
            .filter(state.neighbours()::isGenuine)
            .map(KnownAdvertisement::signed);
  }

  private Optional<Refusal> haste(NodeId attester) {
    return ownPace.take(attester, 1, services.environment().elapsedNanos())
        ? Optional.empty()
        : Optional.of(Refusal.TOO_SOON);
  }

  private boolean isMember(NodeId from) {
    boolean member = state.view().contains(from);
    if (!member) {
      services.counters().refused(Refusal.NOT_IN_VIEW);
    }
    return member;
  }

  private Bytes fullDigest(boolean answer) {
    return GroupMessageCodec.encode(
        state.neighbours().repair().digest(state.view(), state.own().latest(), answer));
  }

  private void answer(NodeId to, Allowance allowance, Bytes message) {
    if (services.budgets().takeAnswer(to, allowance, message.length())) {
      services.sender().send(to, message);
    } else {
      services.counters().refused(Refusal.OVER_BUDGET);
    }
  }
}
