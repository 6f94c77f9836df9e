package org.lagroups.node.control.routes;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.core.robust.set.Support;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;
import org.lagroups.node.control.api.RobustWords;

/** Robust membership as the control API shows it. */
final class RobustViews {

  /** Of a member that others have agreed on and that is not in this node's view. */
  private static final Support NO_SUPPORT = new Support(0, 0);

  private RobustViews() {}

  static RobustView of(RobustRule rule, RobustStatus status) {
    RobustSet set = status.set();
    SortedMap<NodeId, Support> support = new TreeMap<>(set.support());
    set.members().forEach(member -> support.putIfAbsent(member, NO_SUPPORT));
    List<RobustNode> nodes =
        support.entrySet().stream()
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
