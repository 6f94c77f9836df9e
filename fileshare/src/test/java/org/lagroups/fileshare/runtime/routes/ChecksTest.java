package org.lagroups.fileshare.runtime.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.fileshare.api.HitView.Confirmed;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.Records;

class ChecksTest {

  private final Checks checks = new Checks();

  @Test
  void keepsTheLastOfEachRecord() {
    assertThat(checks.of(record(1))).isEmpty();
    checks.keep(record(1), new Confirmed(1, 3));
    checks.keep(record(1), new Confirmed(2, 3));
    assertThat(checks.of(record(1))).contains(new Confirmed(2, 3));
    assertThat(checks.of(record(2))).isEmpty();
  }

  @Test
  void forgetsTheFirstOfTooMany() {
    for (int number = 0; number <= Checks.MOST; number++) {
      checks.keep(record(number), new Confirmed(1, 1));
    }
    assertThat(checks.of(record(0))).isEmpty();
    assertThat(checks.of(record(1))).isPresent();
    assertThat(checks.of(record(Checks.MOST))).isPresent();
  }

  private static FileRecord record(int number) {
    return Records.record(Records.ALICE, Records.root(number), "notes.txt");
  }
}
