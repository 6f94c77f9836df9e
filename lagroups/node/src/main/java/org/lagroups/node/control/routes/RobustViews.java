package org.lagroups.node.control.routes;

import java.util.List;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;
import org.lagroups.node.control.api.RobustWords;

/** Robust membership as the control API shows it. */
final class RobustViews {

  private RobustViews() {}

  static RobustView of(RobustRule rule, RobustStatus status) {
    RobustSet set = status.set();
    List<RobustNode> nodes =
        set.support().entrySet().stream()
            .map(entry ->
                new RobustNode(
                    entry.getKey(),
                    set.members().contains(entry.getKey()),
                    set.assured().contains(entry.getKey()),
                    entry.getValue().attesters(),
                    entry.getValue().attestees()))
            .toList();
    Basis basis = status.basis();
    Long since =
        basis instanceof Basis.WithoutAgreement without ? (Long) without.sinceMillis() : null;
    return new RobustView(
        rule, RobustWords.basis(basis), RobustWords.view(basis), since, set.threshold(), nodes);
  }
}
