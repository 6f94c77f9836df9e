package org.lagroups.core.group.endorse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.group.spread.GroupCounters;
import org.lagroups.core.group.spread.PeerBudgets;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.wire.GroupMessage.Share;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Gives, takes and adds up the shares of endorsements in one group.
 *
 * <p>Nothing is checked when a share comes, but all at once when a transcript is asked for. Whose
 * share is bad then pays for the search with its budget, and no share of it is taken for a T_a.
 */
public final class EndorsementDesk {

  /** The search for a bad share costs as much as so many checks of advertisements, or more. */
  static final int CHECKS_A_BAD_SHARE = 64;

  private final GroupId group;
  private final GroupSettings settings;
  private final Environment<?> environment;
  private final Endorser endorser;
  private final BiConsumer<NodeId, Share> carrier;
  private final PeerBudgets budgets;
  private final GroupCounters counters;
  private final GivenShares given;
  private final TreeMap<Long, ReceivedShares> byExpiry = new TreeMap<>();
  private final Map<NodeId, Long> ignoredUntilMillis = new HashMap<>();

  /** A desk without shares; {@code carrier} takes this node's shares to attestees. */
  public EndorsementDesk(
      GroupId group,
      GroupSettings settings,
      Environment<?> environment,
      Endorser endorser,
      BiConsumer<NodeId, Share> carrier,
      PeerBudgets budgets,
      GroupCounters counters) {
    this.group = group;
    this.settings = settings;
    this.environment = environment;
    this.endorser = endorser;
    this.carrier = carrier;
    this.budgets = budgets;
    this.counters = counters;
    this.given = new GivenShares(settings.validityMillis());
  }

  /** A link to a peer has come up. */
  public void linked(NodeId peer) {
    given.forget(peer);
  }

  /** Until when this node's shares endorse while its advertisement attests until some expiry. */
  public long endorsedUntil(long advertisedMillis) {
    return settings.grid().endorsedUntil(advertisedMillis);
  }

  /** Whether an attestee is to get another share now, and has had the proof that goes with it. */
  public boolean owesAnother(NodeId attestee, long advertisedMillis) {
    return !given.isProofDue(attestee) && !given.has(attestee, endorsedUntil(advertisedMillis));
  }

  /**
   * Gives a linked attestee this node's share, unless it has it.
   *
   * @param advertisedMillis until when this node's advertisement attests to it
   */
  public void give(NodeId attestee, long advertisedMillis) {
    long expiry = endorsedUntil(advertisedMillis);
    if (given.take(attestee, expiry)) {
      endorser.sign(
          new Endorsement(group, attestee, expiry), share -> send(attestee, expiry, share));
    }
  }

  private void send(NodeId attestee, long expiry, Bytes share) {
    Bytes possession = given.isProofDue(attestee) ? endorser.possession() : Bytes.EMPTY;
    given.gave(attestee);
    carrier.accept(attestee, new Share(group, expiry, share, possession));
  }

  /**
   * Takes a share of this node's endorsement.
   *
   * @param from an attester of this node, by its latest advertisement
   * @param inView whose shares stay when there are too many
   */
  public void take(PublicIdentity from, Share share, Predicate<NodeId> inView) {
    forgetWhatHasEnded();
    Bytes possession =
        share.possession().isEmpty() ? endorser.possessionOf(from.nodeId()) : share.possession();
    Optional<Refusal> refusal = refusal(from.nodeId(), share, possession);
    if (refusal.isPresent()) {
      counters.refused(refusal.get());
    } else {
      endorser.remember(from.nodeId(), possession);
      received(share.expiryMillis()).put(new Signer(from, possession), share.signature(), inView);
    }
  }

  /**
   * What proves this node's membership: of those with enough signers the one that lasts longest,
   * otherwise the one with the most signers; empty if nobody has signed, or adding up fails.
   *
   * @param signers whose shares count
   * @param leastSigners how many are enough
   * @param then called once, perhaps later
   */
  public void transcript(
      Set<NodeId> signers, int leastSigners, Consumer<Optional<Transcript>> then) {
    forgetWhatHasEnded();
    List<ReceivedShares> latestFirst = List.copyOf(byExpiry.descendingMap().values());
    new Search(Set.copyOf(signers), leastSigners, then).lookAt(latestFirst, Optional.empty());
  }

  /** Goes through the endorsements until one has enough signers. */
  private final class Search {

    private final Set<NodeId> signers;
    private final int leastSigners;
    private final Consumer<Optional<Transcript>> then;

    Search(Set<NodeId> signers, int leastSigners, Consumer<Optional<Transcript>> then) {
      this.signers = signers;
      this.leastSigners = leastSigners;
      this.then = then;
    }

    void lookAt(List<ReceivedShares> left, Optional<Transcript> best) {
      int most = best.map(EndorsementDesk::size).orElse(0);
      if (left.isEmpty() || most >= leastSigners) {
        then.accept(best);
        return;
      }
      ReceivedShares shares = left.getFirst();
      List<ReceivedShares> rest = left.subList(1, left.size());
      SequencedMap<Signer, Bytes> some = shares.of(signers);
      Optional<Transcript> known = shares.transcriptOf(some);
      if (some.size() <= most) {
        lookAt(rest, best);
      } else if (known.isPresent()) {
        lookAt(rest, larger(known, best));
      } else {
        endorser.add(
            shares.endorsement(),
            some,
            sum -> {
              sum.bad().forEach(EndorsementDesk.this::blame);
              lookAt(rest, larger(shares.addedUp(some, sum), best));
            },
            () -> then.accept(best));
      }
    }

    private Optional<Transcript> larger(Optional<Transcript> one, Optional<Transcript> best) {
      int most = best.map(EndorsementDesk::size).orElse(0);
      return one.filter(found -> size(found) > most).or(() -> best);
    }
  }

  /** The signer of a bad share pays for the search, and is not heard for a while. */
  private void blame(NodeId signer) {
    counters.refused(Refusal.BAD_SHARE);
    ignoredUntilMillis.put(signer, environment.wallMillis() + settings.validityMillis());
    budgets.charge(signer, Allowance.ACQUAINTANCE, CHECKS_A_BAD_SHARE);
  }

  private ReceivedShares received(long expiryMillis) {
    return byExpiry.computeIfAbsent(
        expiryMillis,
        expiry -> new ReceivedShares(new Endorsement(group, environment.self(), expiry)));
  }

  private void forgetWhatHasEnded() {
    long now = environment.wallMillis();
    byExpiry.headMap(now, true).clear();
    ignoredUntilMillis.values().removeIf(until -> until <= now);
  }

  /** Endorsements end on a grid and within T_a, so there are never more than five of them. */
  private Optional<Refusal> refusal(NodeId from, Share share, Bytes possession) {
    long left = share.expiryMillis() - environment.wallMillis();
    if (!settings.grid().endorses(share.expiryMillis())) {
      return Optional.of(Refusal.OFF_GRID);
    }
    if (left <= 0) {
      return Optional.of(Refusal.EXPIRED);
    }
    if (left > settings.validityMillis() + settings.clockSkewMillis()) {
      return Optional.of(Refusal.FUTURE_DATED);
    }
    if (ignoredUntilMillis.containsKey(from)) {
      return Optional.of(Refusal.BAD_SHARE);
    }
    return possession.isEmpty() ? Optional.of(Refusal.UNPROVEN_KEY) : Optional.empty();
  }

  private static int size(Transcript transcript) {
    return transcript.signers().size();
  }
}
