package org.lagroups.simnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class EventHeapTest {

  private record Entry(long time, int order) {}

  @Test
  void givesEventsByTimeAndThenByOrderOfArrival() {
    Seeds.forEach(
        20,
        1_000,
        seed -> {
          RandomGenerator random = SeedTree.random(seed, "heap");
          EventHeap heap = new EventHeap();
          PriorityQueue<Entry> oracle =
              new PriorityQueue<>(
                  Comparator.comparingLong(Entry::time).thenComparingInt(Entry::order));
          List<Entry> fired = new ArrayList<>();
          for (int i = 0; i < 5_000; i++) {
            if (heap.size() > 0 && random.nextInt(5) < 2) {
              assertThat(heap.firstTime()).isEqualTo(oracle.element().time());
              heap.removeFirst().fire();
              assertThat(fired.getLast()).isEqualTo(oracle.remove());
            } else {
              Entry entry = new Entry(random.nextLong(100), i);
              heap.add(entry.time(), () -> fired.add(entry));
              oracle.add(entry);
            }
          }
          assertThat(heap.size()).isEqualTo(oracle.size());
        });
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(new EventHeap().size()).isZero();
    assertThat(new EventHeap().firstTime()).isEqualTo(Long.MAX_VALUE);
  }
}
