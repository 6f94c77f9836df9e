package org.lagroups.core.robust.raft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeldBackTest {

  private final HeldBack held = new HeldBack();
  private final List<String> seen = new ArrayList<>();

  @Test
  void whatRestsOnNothingLeavesAtOnce() {
    held.tell(() -> seen.add("a"));
    assertThat(seen).containsExactly("a");
  }

  @Test
  void whatRestsOnAWriteWaitsForItAndForAllBefore() {
    long first = held.beginWrite();
    held.send(() -> seen.add("after the first"));
    long second = held.beginWrite();
    held.tell(() -> seen.add("after the second"));
    held.becameDurable(first);
    assertThat(seen).containsExactly("after the first");
    held.becameDurable(second);
    held.becameDurable(first);
    assertThat(seen).containsExactly("after the first", "after the second");
  }

  @Test
  void aLaterWriteStandsForTheEarlier() {
    held.beginWrite();
    held.tell(() -> seen.add("a"));
    held.becameDurable(held.beginWrite());
    assertThat(seen).containsExactly("a");
  }

  @Test
  void keepsSoManyMessagesAndEveryView() {
    long write = held.beginWrite();
    for (int i = 0; i < 2 * HeldBack.MAX_HELD; i++) {
      held.send(() -> seen.add("message"));
    }
    held.tell(() -> seen.add("view"));
    held.becameDurable(write);
    assertThat(seen).hasSize(HeldBack.MAX_HELD + 1).endsWith("view");
  }
}
