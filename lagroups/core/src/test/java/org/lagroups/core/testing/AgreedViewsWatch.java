package org.lagroups.core.testing;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.Basis;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.check.Checker;
import org.lagroups.simnet.check.Findings;

/**
 * Watches from outside that no two nodes ever have different agreed views under one number, and
 * that no node goes back to an earlier one in one life.
 */
public final class AgreedViewsWatch implements Checker {

  private final GroupId group;
  private final List<SimNode<AttestingNode>> nodes;
  private final Map<Long, AgreedView> byNumber = new TreeMap<>();
  private final IdentityHashMap<AttestingNode, Long> latest = new IdentityHashMap<>();

  public AgreedViewsWatch(GroupId group, List<SimNode<AttestingNode>> nodes) {
    this.group = group;
    this.nodes = nodes;
  }

  /** How many views have been seen. */
  public int count() {
    return byNumber.size();
  }

  @Override
  public void check(Findings findings) {
    for (SimNode<AttestingNode> node : nodes) {
      if (node.isRunning() && node.app().groups().groups().contains(group)) {
        Basis basis = node.app().robust().status(group).basis();
        if (basis instanceof Basis.Agreed agreed) {
          check(node, agreed.view(), findings);
        }
      }
    }
  }

  private void check(SimNode<AttestingNode> node, AgreedView view, Findings findings) {
    AgreedView known = byNumber.computeIfAbsent(view.number(), number -> view);
    findings.require(
        known.equals(view), "%s has %s where another has %s".formatted(node.name(), view, known));
    Long before = latest.put(node.app(), view.number());
    findings.require(
        before == null || before <= view.number(),
        "%s went back from view %s to %s".formatted(node.name(), before, view.number()));
  }
}
