package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.transcript.Endorsements;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.endorse.Sealer;
import org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/**
 * The endorsements of one group: signs this node's, and checks those of others, all shares of the
 * same words together. Whoever passes on a bad one is not heard for T_a.
 */
final class ShareDesk {

  private final GroupSettings settings;
  private final Environment<GuardTimer> environment;
  private final Members members;
  private final Book book;
  private final Sealer sealer;
  private final PeerLimits limits;
  private final GuardCounters counters;

  /** By signature and endorser: at most one of each. */
  private final Map<SignatureId, Map<NodeId, Unchecked>> unchecked = new TreeMap<>();

  /** By signature, until when this node has signed, or is about to. */
  private final Map<SignatureId, Long> signedUntil = new TreeMap<>();

  private final List<EndorsementShare> own = new ArrayList<>();

  private record Unchecked(EndorsementShare share, Signer signer, NodeId sender) {}

  ShareDesk(
      GroupSettings settings,
      Environment<GuardTimer> environment,
      Members members,
      Book book,
      Sealer sealer,
      PeerLimits limits,
      GuardCounters counters) {
    this.settings = settings;
    this.environment = environment;
    this.members = members;
    this.book = book;
    this.sealer = sealer;
    this.limits = limits;
    this.counters = counters;
  }

  /** Until when endorsements and refutations are signed that are made now. */
  long expiry() {
    return settings.grid().endorsedUntil(settings.grid().expiryFor(environment.wallMillis()));
  }

  /** Whether somebody may have signed until then. */
  boolean isTime(long expiryMillis) {
    long left = expiryMillis - environment.wallMillis();
    return settings.grid().endorses(expiryMillis)
        && left > 0
        && left <= settings.validityMillis() + settings.clockSkewMillis();
  }

  /** Takes a share; returns whether it has to be checked. */
  boolean take(NodeId sender, EndorsementShare share) {
    NodeId endorser = share.endorser();
    SignatureEndorsement endorsement = share.endorsement();
    Optional<Dossier> dossier = book.find(endorsement.id());
    if (dossier.isEmpty()
        || endorser.equals(environment.self())
        || dossier.get().endorsedUntil(endorser) >= endorsement.expiryMillis()
        || isWaiting(sender, share)) {
      return false;
    }
    Optional<Signer> signer =
        members.keys(endorser).map(keys -> new Signer(keys, share.possession()));
    if (signer.isEmpty()) {
      counters.drop(GuardDrop.UNKNOWN_SIGNER);
      return false;
    }
    if (!isTime(endorsement.expiryMillis())) {
      counters.drop(GuardDrop.BAD_TIME);
      return false;
    }
    if (!limits.takeStatement(sender)) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return false;
    }
    unchecked
        .computeIfAbsent(endorsement.id(), unseen -> new TreeMap<>())
        .put(endorser, new Unchecked(share, signer.get(), sender));
    return true;
  }

  /** What an endorser sends itself goes before what others say it has signed. */
  private boolean isWaiting(NodeId sender, EndorsementShare share) {
    Unchecked waiting =
        unchecked.getOrDefault(share.endorsement().id(), Map.of()).get(share.endorser());
    return waiting != null && !sender.equals(share.endorser());
  }

  /**
   * Checks what has come.
   *
   * @param changed called for each signature of which more is known then, perhaps later
   */
  void check(Consumed changed) {
    Map<SignatureId, Map<NodeId, Unchecked>> taken = new TreeMap<>(unchecked);
    unchecked.clear();
    taken
        .values()
        .forEach(of -> byWords(of).forEach((words, shares) -> check(words, shares, changed)));
  }

  /** Told that more is known of a signature. */
  interface Consumed {

    /** There is. */
    void known(SignatureId id);
  }

  private static Map<SignatureEndorsement, List<Unchecked>> byWords(Map<NodeId, Unchecked> of) {
    Map<SignatureEndorsement, List<Unchecked>> byWords = new LinkedHashMap<>();
    of.values()
        .forEach(one ->
            byWords
                .computeIfAbsent(one.share().endorsement(), unseen -> new ArrayList<>())
                .add(one));
    return byWords;
  }

  private void check(SignatureEndorsement words, List<Unchecked> shares, Consumed changed) {
    SequencedMap<Signer, Bytes> signatures = new LinkedHashMap<>();
    shares.forEach(one -> signatures.put(one.signer(), one.share().signature()));
    sealer.add(words, signatures, sum -> checked(words, shares, sum, changed), () -> {});
  }

  private void checked(
      SignatureEndorsement words, List<Unchecked> shares, Endorsements.Sum sum, Consumed changed) {
    Optional<Dossier> dossier = book.find(words.id());
    for (Unchecked one : shares) {
      if (sum.bad().contains(one.share().endorser())) {
        counters.drop(GuardDrop.BAD_SHARE);
        limits.mute(one.sender(), environment.wallMillis() + settings.validityMillis());
      } else {
        counters.count(GuardCount.ENDORSEMENTS_TAKEN);
        dossier.ifPresent(known -> known.endorse(one.share()));
      }
    }
    dossier.ifPresent(known -> changed.known(known.id()));
  }

  /** Signs for a signature, unless that is done for this time. */
  void sign(Dossier dossier, Runnable signed) {
    long expiry = expiry();
    SignatureId id = dossier.id();
    if (signedUntil.getOrDefault(id, 0L) >= expiry) {
      return;
    }
    signedUntil.put(id, expiry);
    sealer.sign(
        new SignatureEndorsement(dossier.record().group(), id, expiry),
        share -> {
          if (signedUntil.getOrDefault(id, 0L) == expiry) {
            dossier.endorse(share);
            own.add(share);
            counters.count(GuardCount.ENDORSEMENTS_SIGNED);
            signed.run();
          }
        },
        () -> signedUntil.remove(id));
  }

  /** Does not sign for it any more; what was signed is not told to anybody who lacks it. */
  void stop(Dossier dossier) {
    signedUntil.remove(dossier.id());
    own.removeIf(share -> share.endorsement().id().equals(dossier.id()));
    dossier.forget(environment.self());
  }

  /** What was signed since the last time. */
  List<EndorsementShare> takeSigned() {
    List<EndorsementShare> taken = List.copyOf(own);
    own.clear();
    return taken;
  }
}
