package org.lagroups.node.cli.core;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.lagroups.node.control.api.RobustSummary;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/** Robust membership in words. */
final class RobustText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private RobustText() {}

  /** In one line, of a group that has a rule. */
  static String summary(RobustSummary robust) {
    return robust.members() == 1
        ? "1 robust member at t = %d%s%s"
            .formatted(robust.threshold(), robust.assured() == 1 ? ", assured" : "", basis(robust))
        : "%d robust members at t = %d, %d of them assured%s"
            .formatted(robust.members(), robust.threshold(), robust.assured(), basis(robust));
  }

  /** In a cell of a table. */
  static String brief(RobustSummary robust) {
    String count = "%d at t = %d".formatted(robust.members(), robust.threshold());
    return switch (robust.basis()) {
      case "none" -> "";
      case "static" -> count;
      case "agreed" -> "%s, agreed view %d".formatted(count, robust.view());
      default -> count + ", without agreement";
    };
  }

  private static String basis(RobustSummary robust) {
    return switch (robust.basis()) {
      case "agreed" -> "; agreed view " + robust.view() + doubt(robust);
      case "static-not-admitted" ->
          "; by the static threshold: this node is in no agreed view" + since(robust);
      case "static-no-majority" ->
          "; by the static threshold: more than half of those who have to agree are out of reach"
              + since(robust);
      default -> "";
    };
  }

  /** An agreed view stands for a while after those who have agreed are gone. */
  private static String doubt(RobustSummary robust) {
    return robust.unborne() == 0
        ? ""
        : ", but %d of its members %s too few attestations in what this node sees"
            .formatted(robust.unborne(), robust.unborne() == 1 ? "has" : "have");
  }

  private static String since(RobustSummary robust) {
    Long millis = robust.sinceMillis();
    return millis == null ? "" : ", since " + TIME.format(Instant.ofEpochMilli(millis));
  }

  /** What one node of the view is. */
  static String standing(RobustView robust, RobustNode node) {
    if (!node.member()) {
      return "-";
    }
    return node.assured() ? "assured" : robust.isBorneOut(node) ? "robust" : "agreed only";
  }
}
