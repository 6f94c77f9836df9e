package org.lagroups.wormguard.runtime.cooperation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.judge.Doubt;
import org.lagroups.wormguard.cooperate.judge.Fault;
import org.lagroups.wormguard.cooperate.judge.Opinion;

final class OpinionColumnsTest {

  private static final NodeId NODE = Identity.generate(new Random(1)).nodeId();

  @Test
  void everyOpinionComesBackAsItWas() {
    comesBack(new Opinion.Endorsed(true));
    comesBack(new Opinion.Endorsed(false));
    for (Doubt doubt : Doubt.values()) {
      comesBack(new Opinion.Doubted(doubt, "3 of 1000"));
    }
    for (Fault fault : Fault.values()) {
      comesBack(new Opinion.Refuted(fault, "why", List.of(NODE)));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> OpinionColumns.of(Opinion.OPEN));
  }

  @Test
  void nobodyIsBlamedAnyMoreForADoubtThatWasWrittenAsARefutation() {
    for (Doubt doubt : Doubt.values()) {
      assertThat(Fault.ofNumber(doubt.number())).as("a number of its own").isEmpty();
      assertThat(new OpinionColumns("REFUTED", doubt.number(), "why", List.of(NODE)).opinion())
          .isEqualTo(new Opinion.Doubted(doubt, "why"));
    }
  }

  private static void comesBack(Opinion opinion) {
    assertThat(OpinionColumns.of(opinion).opinion()).isEqualTo(opinion);
  }
}
