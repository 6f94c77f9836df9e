package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.spread.DigestRepair;
import org.lagroups.core.group.spread.RelayPlan;
import org.lagroups.core.group.view.KnownAdvertisement;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.GroupMessage.EquivocationProof;
import org.lagroups.core.wire.GroupMessage.JoinAsk;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** What this node tells the others of one group unasked, over the links that are up. */
final class Neighbours {

  /** Digests are compared with a random neighbour so often in a T_a. */
  static final int COMPARISONS_PER_VALIDITY = 6;

  private final GroupState state;
  private final Services services;
  private final NodeId self;
  private final DigestRepair repair;
  private RelayPlan plan;
  private long comparisonDueNanos;

  Neighbours(GroupState state, Services services) {
    this.state = state;
    this.services = services;
    this.self = services.identity().nodeId();
    this.plan = new RelayPlan(state.view(), self);
    this.repair = new DigestRepair(state.group(), self, state.database());
    scheduleComparison();
  }

  DigestRepair repair() {
    return repair;
  }

  long comparisonDueNanos() {
    return comparisonDueNanos;
  }

  /** Sends this node's own advertisement over every link, and asks again where it has to. */
  void announce(SignedAdvertisement own) {
    Set<NodeId> peers = linkedAcquaintances();
    peers.forEach(peer -> send(peer, own));
    peers.forEach(peer -> endorse(peer, own.content()));
    peers.forEach(this::askForAdmission);
  }

  /** A link has come up. */
  void greet(NodeId peer) {
    if (state.isAcquaintance(peer)) {
      introduce(peer);
      askForAdmission(peer);
    }
  }

  /** Sends a peer this node's own advertisement, and a digest if it is a member like this one. */
  void introduce(NodeId peer) {
    Optional<SignedAdvertisement> own = state.own().latest();
    own.ifPresent(latest -> services.outbox().sendWhole(peer, latest));
    own.ifPresent(latest -> endorse(peer, latest.content()));
    if (state.admission().isAttested() && state.view().contains(peer)) {
      compareWith(peer);
    }
  }

  /** A node has entered the view: others may not have heard of it, nor it of this one. */
  void welcome(NodeId newcomer) {
    if (state.view().contains(newcomer)) {
      relay(newcomer);
      if (services.links().isUp(newcomer)) {
        introduce(newcomer);
      }
    }
  }

  /** Passes an advertisement on to those neighbours whom this node has to serve. */
  void relay(NodeId attester) {
    Optional<KnownAdvertisement> known = state.database().find(attester);
    if (known.isEmpty()) {
      return;
    }
    if (!plan.isFor(state.view())) {
      plan = new RelayPlan(state.view(), self);
    }
    NodeId contributor = known.get().contributor();
    List<NodeId> served =
        plan.servedWith(attester).stream()
            .filter(peer -> !peer.equals(contributor))
            .filter(services.links()::isUp)
            .toList();
    if (!served.isEmpty() && isGenuine(known.get())) {
      for (NodeId peer : served) {
        services.outbox().add(peer, known.get().signed());
        services.counters().relayed();
      }
    }
  }

  /**
   * Whether an advertisement may be passed on: its signature is good. If it is not, its attester
   * itself has sent nonsense, and is no longer believed. The check is made once, at the expense of
   * the attester; where that has nothing left, it is made when somebody asks for the advertisement.
   */
  boolean isGenuine(KnownAdvertisement known) {
    if (known.signatureChecked()) {
      return true;
    }
    NodeId attester = known.content().attesterId();
    if (!services.budgets().takeCheck(attester, services.allowanceOf().apply(attester))) {
      services.counters().refused(Refusal.OVER_BUDGET);
      return false;
    }
    services.counters().signatureChecked();
    if (AdvertisementCodec.isSigned(known.signed(), services.verifier())) {
      state.database().markChecked(attester);
      return true;
    }
    services.counters().refused(Refusal.BAD_SIGNATURE);
    state.reject(attester);
    return false;
  }

  /** Shows a proof to whom this node reaches directly, except to whom it is from. */
  void prove(Equivocation equivocation, NodeId from) {
    Bytes message = GroupMessageCodec.encode(new EquivocationProof(equivocation));
    linkedAcquaintances().stream()
        .filter(peer -> !peer.equals(from))
        .forEach(peer -> services.sender().send(peer, message));
  }

  /** Compares digests with every linked member. */
  void compareWithAll() {
    linkedMembers().forEach(this::compareWith);
  }

  /** Compares digests with one linked member, chosen at random. */
  void compareWithSomeone() {
    List<NodeId> members = linkedMembers();
    if (state.admission().isAttested() && !members.isEmpty()) {
      compareWith(members.get(services.environment().random().nextInt(members.size())));
    }
    scheduleComparison();
  }

  /**
   * Sends a peer this node's own advertisement. Who could not ask for the whole, not being in the
   * view, gets it. A mere renewal waits a moment for the share that the peer is to get with it.
   */
  private void send(NodeId peer, SignedAdvertisement own) {
    if (!state.view().contains(peer)) {
      services.outbox().sendWhole(peer, own);
    } else if (owesShare(peer, own.content()) && services.outbox().isRenewal(peer, own)) {
      long expiry = own.content().expiryMillis();
      state
          .endorsements()
          .ifPresent(desk -> services.outbox().hold(peer, own, desk.endorsedUntil(expiry)));
    } else {
      services.outbox().send(peer, own);
    }
  }

  private boolean owesShare(NodeId peer, LinkStateAdvertisement own) {
    return attests(own, peer)
        && state
            .endorsements()
            .filter(desk -> desk.owesAnother(peer, own.expiryMillis()))
            .isPresent();
  }

  /** After the advertisement that attests to it, an attestee gets its share. */
  private void endorse(NodeId peer, LinkStateAdvertisement own) {
    if (attests(own, peer)) {
      state.endorsements().ifPresent(desk -> desk.give(peer, own.expiryMillis()));
    }
  }

  private static boolean attests(LinkStateAdvertisement own, NodeId peer) {
    return own.entries().stream().anyMatch(entry -> entry.attestee().equals(peer));
  }

  private void compareWith(NodeId peer) {
    services.sender().send(peer, repair.summary(state.view(), state.own().latest()));
  }

  /** Asks whom this node wants to let it in, as long as that has not been done. */
  private void askForAdmission(NodeId peer) {
    boolean askable =
        state.admission().isAttested() ? !state.view().contains(peer) : state.isAcquaintance(peer);
    if (askable && state.own().latest().isPresent()) {
      services.sender().send(peer, new JoinAsk(state.group(), state.admission().token()));
    }
  }

  private Set<NodeId> linkedAcquaintances() {
    TreeSet<NodeId> peers = new TreeSet<>(state.contacts().nodes());
    peers.addAll(state.view().nodes());
    peers.removeIf(peer -> !services.links().isUp(peer));
    return peers;
  }

  private List<NodeId> linkedMembers() {
    return state.view().nodes().stream()
        .filter(peer -> !peer.equals(self))
        .filter(services.links()::isUp)
        .toList();
  }

  /** From 0.9 to 1.1 periods from now, so that nodes do not keep in step. */
  private void scheduleComparison() {
    double jitter = 0.9 + 0.2 * services.environment().random().nextDouble();
    long period = state.settings().validityMillis() / COMPARISONS_PER_VALIDITY;
    comparisonDueNanos =
        services.environment().elapsedNanos()
            + (long) (TimeUnit.MILLISECONDS.toNanos(period) * jitter);
  }
}
