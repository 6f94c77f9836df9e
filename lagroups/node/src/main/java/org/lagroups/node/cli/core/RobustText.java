package org.lagroups.node.cli.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/** Robust membership in words. */
final class RobustText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private RobustText() {}

  /** In one line, of a group that has a rule. */
  static String summary(RobustView robust) {
    long assured = robust.nodes().stream().filter(RobustNode::assured).count();
    return "%d robust members at t = %d, %d of them assured%s"
        .formatted(robust.members(), robust.threshold(), assured, basis(robust));
  }

  private static String basis(RobustView robust) {
    return switch (robust.basis()) {
      case "agreed" -> "; agreed view " + robust.view();
      case "static-not-admitted" ->
          "; by the static threshold: this node is in no agreed view" + since(robust);
      case "static-no-majority" ->
          "; by the static threshold: more than half of those who have to agree are out of reach"
              + since(robust);
      default -> "";
    };
  }

  private static String since(RobustView robust) {
    Long millis = robust.sinceMillis();
    return millis == null ? "" : ", since " + TIME.format(Instant.ofEpochMilli(millis));
  }

  /** What one node of the view is. */
  static String standing(RobustNode node) {
    return node.assured() ? "assured" : node.member() ? "robust" : "-";
  }
}
