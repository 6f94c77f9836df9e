package org.lagroups.wormguard.runtime.cooperation.store;

import java.util.List;
import java.util.Optional;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Opinion;

/**
 * An opinion as it is on disk.
 *
 * @param reason the number of a fault or of a doubt; 0 if it is neither
 */
record OpinionColumns(String kind, int reason, String detail, List<NodeId> blamed) {

  private static final String ENDORSED = "ENDORSED";
  private static final String BY_OPERATOR = "BY_OPERATOR";
  private static final String DOUBTED = "DOUBTED";
  private static final String REFUTED = "REFUTED";

  OpinionColumns {
    blamed = List.copyOf(blamed);
  }

  static OpinionColumns of(Opinion opinion) {
    return switch (opinion) {
      case Opinion.Endorsed endorsed ->
          new OpinionColumns(endorsed.byOperator() ? BY_OPERATOR : ENDORSED, 0, "", List.of());
      case Opinion.Doubted doubted ->
          new OpinionColumns(DOUBTED, doubted.doubt().number(), doubted.detail(), List.of());
      case Opinion.Refuted refuted ->
          new OpinionColumns(REFUTED, refuted.fault().number(), refuted.detail(), refuted.blamed());
      case Opinion.Open open -> throw new IllegalArgumentException("nothing is decided");
    };
  }

  /** What was refuted for what is only a doubt was written before the two were told apart. */
  Opinion opinion() {
    Optional<Opinion> doubted =
        Doubt.ofNumber(reason).map(doubt -> new Opinion.Doubted(doubt, detail));
    return switch (kind) {
      case DOUBTED, REFUTED ->
          doubted.orElseGet(() ->
              new Opinion.Refuted(Fault.ofNumber(reason).orElse(Fault.OPERATOR), detail, blamed));
      case BY_OPERATOR -> new Opinion.Endorsed(true);
      default -> new Opinion.Endorsed(false);
    };
  }
}
