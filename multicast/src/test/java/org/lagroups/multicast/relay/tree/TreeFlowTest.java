package org.lagroups.multicast.relay.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TreeFlowTest {

  private static final int CHUNK = 1_000;
  private static final long MILLI = 1_000_000;
  private static final long TOOK = 100 * MILLI;

  private final TreeFlow tree = new TreeFlow(Shape.hub(0, 0b111), 10_000, CHUNK);

  /** Sends chunks that one report acknowledges together. */
  private void round(long nowNanos, int chunks) {
    for (int i = 0; i < chunks; i++) {
      tree.sent(nowNanos, CHUNK, 0, 10_000);
    }
    for (int i = 0; i < chunks; i++) {
      tree.arrived(nowNanos + TOOK, CHUNK, TOOK);
    }
  }

  private int room() {
    int room = 0;
    while (tree.hasRoom((room + 1) * CHUNK) && room < 1_000) {
      room++;
    }
    return room;
  }

  @Test
  void growsByAllThatAReportTellsOfIfItWasFull() {
    tree.sent(0, CHUNK, 0, 10_000);
    tree.arrived(TOOK, CHUNK, TOOK);
    tree.sent(TOOK, CHUNK, 0, 10_000);
    assertThat(room()).as("of three, one is on the way").isEqualTo(2);
    tree.released(CHUNK);
    round(TOOK, 3);
    tree.sent(2 * TOOK, CHUNK, 0, 10_000);
    assertThat(room()).isEqualTo(5);
    tree.released(CHUNK);
    round(2 * TOOK, 6);
    tree.sent(3 * TOOK, CHUNK, 0, 10_000);
    assertThat(room()).isEqualTo(11);
  }

  @Test
  void doesNotGrowWhileItHasRoom() {
    for (int i = 0; i < 100; i++) {
      round(i * TOOK, 2);
    }
    tree.sent(100 * TOOK, CHUNK, 0, 10_000);
    assertThat(room()).isEqualTo(2);
  }
}
