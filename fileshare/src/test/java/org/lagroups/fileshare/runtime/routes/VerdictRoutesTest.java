package org.lagroups.fileshare.runtime.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.fileshare.api.VerdictList.VerdictView;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.verdict.Verdict;
import org.lagroups.machine.GroupId;

class VerdictRoutesTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));

  @Test
  void listsAThousandAtOnceTheLatestFirstAndAllInTurn() {
    List<Verdict> all = IntStream.range(0, 2_500).mapToObj(VerdictRoutesTest::verdict).toList();

    List<VerdictView> listed = new ArrayList<>();
    for (int page = 0; page < 3; page++) {
      List<VerdictView> some = VerdictRoutes.page(all, listed.size()).verdicts();
      assertThat(some).hasSizeLessThanOrEqualTo(VerdictList.MAX_LISTED);
      listed.addAll(some);
    }

    assertThat(listed).doesNotHaveDuplicates().hasSize(2_500);
    assertThat(listed.getFirst().decidedMillis()).isEqualTo(249);
    assertThat(VerdictRoutes.page(all, 2_500).verdicts()).isEmpty();
  }

  /** Ten of each moment. */
  private static Verdict verdict(int number) {
    return new Verdict(GROUP, Records.ALICE.nodeId(), Records.root(number), true, "", number / 10);
  }
}
