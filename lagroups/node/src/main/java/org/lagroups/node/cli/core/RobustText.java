package org.lagroups.node.cli.core;

import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/** Robust membership in words. */
final class RobustText {

  private RobustText() {}

  /** In one line, of a group that has a rule. */
  static String summary(RobustView robust) {
    long assured = robust.nodes().stream().filter(RobustNode::assured).count();
    return "%d robust members at t = %d, %d of them assured"
        .formatted(robust.members(), robust.threshold(), assured);
  }

  /** What one node of the view is. */
  static String standing(RobustNode node) {
    return node.assured() ? "assured" : node.member() ? "robust" : "-";
  }
}
