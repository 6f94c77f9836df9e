package org.lagroups.core.group.view;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.machine.NodeId;

/**
 * The latest advertisement of every attester in one group: those in the view, and a bounded number
 * of candidates that may enter it. Of equivocators there is a proof instead.
 */
public final class AdvertisementDatabase {

  /** The most advertisements of attesters outside the view. */
  public static final int MAX_CANDIDATES = 64;

  /** The most of them that came from one peer. */
  public static final int MAX_CANDIDATES_PER_PEER = 16;

  private final TreeMap<NodeId, KnownAdvertisement> byAttester = new TreeMap<>();
  private final Map<NodeId, Long> disownedUntilMillis = new TreeMap<>();
  private final Equivocators equivocators = new Equivocators();
  private long arrivals;

  public Optional<KnownAdvertisement> find(NodeId attester) {
    return Optional.ofNullable(byAttester.get(attester));
  }

  /** Who is proven to have said two things at once. */
  public Equivocators equivocators() {
    return equivocators;
  }

  /** It is proven that a node has said two things at once: nothing of what it said is kept. */
  public void convict(StoredEquivocation proven) {
    NodeId node = proven.equivocation().attester();
    equivocators.add(proven);
    byAttester.remove(node);
    disownedUntilMillis.remove(node);
  }

  /** Whether a node has no place in any view, whoever attests to it, and why. */
  public Optional<Reason> excluded(NodeId node) {
    if (equivocators.contains(node)) {
      return Optional.of(Reason.of(ReasonCode.MISBEHAVED));
    }
    return hasLeft(node) ? Optional.of(Reason.of(ReasonCode.LEFT)) : Optional.empty();
  }

  /** Whether the node's latest word is that it leaves, or does not belong to the group. */
  public boolean hasLeft(NodeId node) {
    KnownAdvertisement known = byAttester.get(node);
    return disownedUntilMillis.containsKey(node) || (known != null && known.content().leaving());
  }

  /**
   * A node says that it does not belong to the group. That counts until it is heard with a newer
   * advertisement, or until {@code wallMillis}, when all attestations to it of before have ended.
   */
  public void disown(NodeId node, long wallMillis) {
    disownedUntilMillis.put(node, wallMillis);
  }

  /** Whether the node's latest word counts now, and is not that it leaves. */
  public boolean hasValid(NodeId node, long wallMillis) {
    KnownAdvertisement known = byAttester.get(node);
    return known != null && known.isValidAt(wallMillis) && !known.content().leaving();
  }

  /** All of them, in the order of attesters. */
  public Collection<KnownAdvertisement> all() {
    return Collections.unmodifiableCollection(byAttester.values());
  }

  /** Takes a newer advertisement in place of what was known of its attester. */
  public KnownAdvertisement put(
      SignedAdvertisement signed, NodeId contributor, boolean signatureChecked) {
    NodeId attester = signed.content().attesterId();
    KnownAdvertisement before = byAttester.get(attester);
    long keptUntil = signed.content().expiryMillis();
    SortedMap<NodeId, LinkInfo> attestees = null;
    if (before != null) {
      keptUntil = Math.max(keptUntil, before.keptUntilMillis());
      attestees =
          before.content().entries().equals(signed.content().entries()) ? before.attestees() : null;
    }
    disownedUntilMillis.remove(attester);
    KnownAdvertisement known =
        new KnownAdvertisement(
            signed,
            contributor,
            signatureChecked,
            keptUntil,
            arrivals++,
            signed.fingerprint(),
            attestees == null ? attesteesIn(signed) : attestees);
    byAttester.put(attester, known);
    return known;
  }

  /** Notes that the signature of the attester's advertisement is good. */
  public void markChecked(NodeId attester) {
    byAttester.computeIfPresent(attester, (id, known) -> known.checked());
  }

  public void remove(NodeId attester) {
    byAttester.remove(attester);
  }

  /**
   * Forgets what ended at {@code wallMillis} or before and can be replaced by nothing older.
   *
   * @return whether there was any
   */
  public boolean dropEndedBy(long wallMillis) {
    boolean forgot = byAttester.values().removeIf(known -> known.keptUntilMillis() <= wallMillis);
    return disownedUntilMillis.values().removeIf(until -> until <= wallMillis) || forgot;
  }

  /** When the next advertisement that is valid now runs out, or {@link Long#MAX_VALUE}. */
  public long nextExpiryAfter(long wallMillis) {
    long next = Long.MAX_VALUE;
    for (KnownAdvertisement known : byAttester.values()) {
      long expiry = known.content().expiryMillis();
      next = expiry > wallMillis ? Math.min(next, expiry) : next;
    }
    return next;
  }

  /** Drops the oldest candidates beyond the bounds; whoever is in the view stays. */
  public void trimCandidates(Predicate<NodeId> inView) {
    List<KnownAdvertisement> candidates =
        byAttester.values().stream()
            .filter(known -> !inView.test(known.content().attesterId()))
            .sorted(Comparator.comparingLong(KnownAdvertisement::arrival).reversed())
            .toList();
    for (int i = 0; i < candidates.size(); i++) {
      KnownAdvertisement candidate = candidates.get(i);
      if (i >= MAX_CANDIDATES
          || countFrom(candidate.contributor(), candidates.subList(0, i))
              >= MAX_CANDIDATES_PER_PEER) {
        byAttester.remove(candidate.content().attesterId());
      }
    }
  }

  private static SortedMap<NodeId, LinkInfo> attesteesIn(SignedAdvertisement signed) {
    TreeMap<NodeId, LinkInfo> attestees = new TreeMap<>();
    for (Entry entry : signed.content().entries()) {
      attestees.put(entry.attestee(), entry.info());
    }
    return Collections.unmodifiableSortedMap(attestees);
  }

  private static long countFrom(NodeId peer, List<KnownAdvertisement> candidates) {
    return candidates.stream().filter(known -> known.contributor().equals(peer)).count();
  }
}
