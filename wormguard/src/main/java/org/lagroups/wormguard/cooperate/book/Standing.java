package org.lagroups.wormguard.cooperate.book;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;

/**
 * Whether a signature is enforced at this node.
 *
 * @param endorsers the trusted ones that endorse it now, the longest first
 * @param needed t
 * @param untilMillis if it is enforced: from when on it is not, unless somebody refreshes his
 *     endorsement; the t-th latest expiry, or the end of the signature's own life. Otherwise 0
 */
public record Standing(Phase phase, List<NodeId> endorsers, int needed, long untilMillis) {

  public Standing {
    endorsers = List.copyOf(endorsers);
  }

  /**
   * That of a signature.
   *
   * @param trusted whose word counts at this node
   */
  public static Standing of(Dossier dossier, Set<NodeId> trusted, TrustRule rule, long nowMillis) {
    List<EndorsementShare> counted =
        dossier.endorsements().stream()
            .filter(share -> share.endorsement().expiryMillis() > nowMillis)
            .filter(share -> trusted.contains(share.endorser()))
            .sorted(
                Comparator.comparingLong(
                    (EndorsementShare share) -> -share.endorsement().expiryMillis()))
            .toList();
    List<NodeId> endorsers = counted.stream().map(EndorsementShare::endorser).toList();
    int needed = rule.least();
    if (!dossier.isPublic()) {
      return new Standing(Phase.LEARNED, endorsers, needed, 0);
    }
    if (isRefuted(dossier, trusted, needed, nowMillis)) {
      return new Standing(Phase.REFUTED, endorsers, needed, 0);
    }
    if (dossier.opinion() instanceof Opinion.Doubted) {
      return new Standing(Phase.DOUBTED, endorsers, needed, 0);
    }
    boolean isAlive = dossier.record().expiresMillis() > nowMillis;
    if (isAlive && counted.size() >= needed) {
      dossier.enforced();
      long until =
          Math.min(
              counted.get(needed - 1).endorsement().expiryMillis(),
              dossier.record().expiresMillis());
      return new Standing(Phase.ENFORCED, endorsers, needed, until);
    }
    Phase rest = endorsers.isEmpty() ? Phase.OFFERED : Phase.ENDORSED;
    return new Standing(dossier.wasEnforced() ? Phase.LAPSED : rest, endorsers, needed, 0);
  }

  private static boolean isRefuted(
      Dossier dossier, Set<NodeId> trusted, int needed, long nowMillis) {
    if (dossier.opinion() instanceof Opinion.Refuted || dossier.takenBack().isPresent()) {
      return true;
    }
    return dossier.refutations().stream()
            .map(SignedRefutation::refutation)
            .filter(refutation -> refutation.expiresMillis() > nowMillis)
            .map(Refutation::refuter)
            .filter(trusted::contains)
            .count()
        >= needed;
  }
}
