package org.lagroups.wormguard.cooperate.book;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.rule.Rule;

/**
 * The signatures of one group, in bounded memory. As each origin has its own places, and there are
 * as many as a group of 64 can fill, no member can take those of another.
 */
public final class Book {

  /** The most signatures of one origin. */
  public static final int MAX_OF_ORIGIN = 16;

  /** The most in all: those of 64 members. */
  public static final int MAX_SIGNATURES = 64 * MAX_OF_ORIGIN;

  /** So many that are not fit to be taken are remembered, so that nobody asks for them again. */
  static final int MAX_UNFIT = 4 * MAX_SIGNATURES;

  private final SortedMap<SignatureId, Dossier> dossiers = new TreeMap<>();
  private final Map<SignatureId, Boolean> unfit =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SignatureId, Boolean> eldest) {
          return size() > MAX_UNFIT;
        }
      };

  /** All, in the order of IDs. */
  public Collection<Dossier> all() {
    return Collections.unmodifiableCollection(dossiers.values());
  }

  /** One of them. */
  public Optional<Dossier> find(SignatureId id) {
    return Optional.ofNullable(dossiers.get(id));
  }

  /** Whether there is nothing more to learn about what a signature is. */
  public boolean isSettled(SignatureId id) {
    return dossiers.containsKey(id) || unfit.containsKey(id);
  }

  /** Remembers that a signature is none that anybody should share. */
  public void refuse(SignatureId id) {
    unfit.put(id, true);
  }

  /**
   * Whether there is room for one more of an origin.
   *
   * @param isMember whether a node is in the view: signatures of others, which nobody enforces,
   *     make room
   */
  public boolean hasRoom(NodeId origin, Predicate<NodeId> isMember) {
    if (of(origin) >= MAX_OF_ORIGIN) {
      return false;
    }
    return dossiers.size() < MAX_SIGNATURES
        || dossiers.values().stream().anyMatch(one -> isIdle(one, isMember));
  }

  /**
   * Adds one, in the place of an idle one if there are too many.
   *
   * @return its dossier, and which one had to go
   */
  public Added add(SignedRecord signed, Rule rule, Predicate<NodeId> isMember) {
    Optional<Dossier> gone = Optional.empty();
    if (dossiers.size() >= MAX_SIGNATURES) {
      gone = dossiers.values().stream().filter(one -> isIdle(one, isMember)).findFirst();
      gone.ifPresent(one -> dossiers.remove(one.id()));
    }
    Dossier dossier = new Dossier(signed, rule);
    dossiers.put(dossier.id(), dossier);
    return new Added(dossier, gone);
  }

  /** What adding one has done. */
  public record Added(Dossier dossier, Optional<Dossier> gone) {}

  /** Removes one. */
  public void remove(SignatureId id) {
    dossiers.remove(id);
  }

  /** Whether a signature has this evidence. */
  public boolean needs(EvidenceRef evidence) {
    return dossiers.values().stream().anyMatch(one -> one.record().evidence().equals(evidence));
  }

  /** Those whose life has ended. */
  public List<Dossier> ended(long nowMillis) {
    return dossiers.values().stream()
        .filter(one -> one.record().expiresMillis() <= nowMillis)
        .toList();
  }

  private long of(NodeId origin) {
    return dossiers.values().stream().filter(one -> one.record().origin().equals(origin)).count();
  }

  private static boolean isIdle(Dossier dossier, Predicate<NodeId> isMember) {
    return !isMember.test(dossier.record().origin()) && dossier.endorsements().isEmpty();
  }
}
