package org.lagroups.wormguard.cooperate.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.judge.BlameMonitor.Member;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;

/**
 * Who is to blame for what this node has found bad: the origin, who endorsed it then, and who goes
 * on endorsing it although a T_a has passed in which it has heard why not.
 */
final class Blame {

  private final GroupSettings settings;
  private final Book book;
  private final GuardStore store;

  Blame(GroupSettings settings, Book book, GuardStore store) {
    this.settings = settings;
    this.book = book;
    this.store = store;
  }

  /** The opinion that a signature is bad. What this node itself has found is nobody's fault. */
  Opinion.Refuted refuted(Dossier dossier, Fault fault, String detail, NodeId self) {
    Set<NodeId> blamed = new LinkedHashSet<>();
    if (!dossier.record().origin().equals(self)) {
      blamed.add(dossier.record().origin());
      dossier.endorsements().forEach(share -> blamed.add(share.endorser()));
      blamed.remove(self);
    }
    return new Opinion.Refuted(fault, Refutation.cut(detail), List.copyOf(blamed));
  }

  /** Blames who still endorses what was found bad between one and three T_a ago. */
  void look(long nowMillis) {
    for (Dossier dossier : book.all()) {
      long since = nowMillis - dossier.judgedMillis();
      if (dossier.opinion() instanceof Opinion.Refuted refuted
          && !refuted.blamed().isEmpty()
          && since >= settings.validityMillis()
          && since < 3 * settings.validityMillis()) {
        Set<NodeId> blamed = new LinkedHashSet<>(refuted.blamed());
        dossier.endorsements().stream()
            .filter(share ->
                share.endorsement().expiryMillis()
                    > dossier.judgedMillis() + 2 * settings.validityMillis())
            .forEach(share -> blamed.add(share.endorser()));
        replace(dossier, refuted, blamed);
      }
    }
  }

  /** A person stands behind a member: it is blamed for nothing that has happened so far. */
  void pardon(NodeId node) {
    for (Dossier dossier : book.all()) {
      if (dossier.opinion() instanceof Opinion.Refuted refuted) {
        Set<NodeId> blamed = new LinkedHashSet<>(refuted.blamed());
        blamed.remove(node);
        replace(dossier, refuted, blamed);
      }
    }
  }

  private void replace(Dossier dossier, Opinion.Refuted before, Set<NodeId> blamed) {
    if (blamed.size() != before.blamed().size()) {
      Opinion.Refuted now =
          new Opinion.Refuted(before.fault(), before.detail(), List.copyOf(blamed));
      dossier.judge(now, dossier.judgedMillis());
      store.save(new GuardStore.Stored(dossier.signed(), now, dossier.judgedMillis()));
    }
  }

  /** Adds who is blamed, and why. */
  void collect(GroupId group, Map<Member, Reason> blamed) {
    for (Dossier dossier : book.all()) {
      if (dossier.opinion() instanceof Opinion.Refuted refuted) {
        Reason reason =
            new Reason(
                ReasonCode.BAD_CONTENT,
                "worm signature %s: %s"
                    .formatted(dossier.id().abbreviated(), refuted.fault().words()));
        refuted.blamed().forEach(node -> blamed.putIfAbsent(new Member(group, node), reason));
      }
    }
  }
}
