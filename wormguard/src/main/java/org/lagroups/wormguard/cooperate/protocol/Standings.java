package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/** Where the signatures of one group stand, by those whom this node trusts. */
final class Standings {

  private final Environment<GuardTimer> environment;
  private final GuardPorts ports;
  private final Members members;
  private final Book book;
  private final Map<SignatureId, Standing> told = new TreeMap<>();
  private Set<NodeId> trusted = Set.of();
  private boolean isViewNew = true;

  Standings(Environment<GuardTimer> environment, GuardPorts ports, Members members, Book book) {
    this.environment = environment;
    this.ports = ports;
    this.members = members;
    this.book = book;
  }

  /** Whose word counts has to be found out anew. */
  void trustChanged() {
    isViewNew = true;
  }

  /** Says what is enforced now, and tells the listener what has changed. */
  List<EnforcedSignature> evaluate() {
    long now = environment.wallMillis();
    if (isViewNew) {
      isViewNew = false;
      trusted = ports.trust().get().trusted(members.view(), environment.self());
    }
    List<EnforcedSignature> enforced = new ArrayList<>();
    for (Dossier dossier : List.copyOf(book.all())) {
      dossier.expire(now);
      Standing standing = of(dossier);
      tell(dossier, standing);
      if (standing.phase() == Phase.ENFORCED) {
        enforced.add(
            new EnforcedSignature(
                dossier.record().group(),
                dossier.id(),
                dossier.record().rule(),
                standing.untilMillis()));
      }
    }
    return enforced;
  }

  /** That of a signature, now. */
  Standing of(Dossier dossier) {
    return Standing.of(dossier, trusted, ports.trust().get(), environment.wallMillis());
  }

  /** Whether no more and no fewer endorse a signature than when that was told last. */
  boolean isAsTold(SignatureId id) {
    Standing before = told.get(id);
    return before != null
        && book.find(id)
            .filter(dossier -> of(dossier).endorsers().size() == before.endorsers().size())
            .isPresent();
  }

  /** It is not there any more. */
  void forget(SignatureId id) {
    told.remove(id);
  }

  private void tell(Dossier dossier, Standing now) {
    Standing before = told.put(dossier.id(), now);
    Phase phase = before == null ? Phase.LEARNED : before.phase();
    if (before == null
        || phase != now.phase()
        || before.endorsers().size() != now.endorsers().size()) {
      ports.listener().changed(dossier.record().group(), dossier.id(), phase, now);
    }
  }
}
