package org.lagroups.simnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class DeadlineTest {

  private final Engine engine = new Engine();
  private final List<Long> expiredAt = new ArrayList<>();
  private final Deadline deadline = new Deadline(engine, () -> expiredAt.add(engine.nowNanos()));

  private void runUntil(long time) {
    while (engine.fireNext(time)) {}
  }

  @Test
  void expiresOnce() {
    deadline.setAfter(10);
    assertThat(deadline.isSet()).isTrue();
    runUntil(100);
    assertThat(expiredAt).containsExactly(10L);
    assertThat(deadline.isSet()).isFalse();
  }

  @Test
  void movesLaterAndEarlier() {
    deadline.setAfter(10);
    deadline.setAfter(30);
    runUntil(20);
    deadline.setAfter(5);
    runUntil(100);
    assertThat(expiredAt).containsExactly(25L);
  }

  @Test
  void doesNotExpireOnceCleared() {
    deadline.setAfter(10);
    deadline.clear();
    runUntil(100);
    assertThat(expiredAt).isEmpty();
  }

  @Test
  void agreesWithTheLastSetting() {
    Seeds.forEach(
        50,
        1_000,
        seed -> {
          RandomGenerator random = SeedTree.random(seed, "deadline");
          Engine clock = new Engine();
          List<Long> expired = new ArrayList<>();
          List<Long> expected = new ArrayList<>();
          Deadline moved = new Deadline(clock, () -> expired.add(clock.nowNanos()));
          long due = Long.MAX_VALUE;
          for (int i = 0; i < 500; i++) {
            long until = clock.nowNanos() + random.nextInt(20);
            while (clock.fireNext(until)) {}
            if (due <= until) {
              expected.add(due);
              due = Long.MAX_VALUE;
            }
            if (random.nextInt(10) == 0) {
              moved.clear();
              due = Long.MAX_VALUE;
            } else {
              long delay = random.nextInt(50);
              moved.setAfter(delay);
              due = until + delay;
            }
          }
          assertThat(expired).isEqualTo(expected);
        });
  }

  @Test
  void leavesFewEntriesBehindHoweverOftenItMoves() {
    for (int i = 0; i < 10_000; i++) {
      deadline.setAfter(1_000_000);
      deadline.setAfter(10);
      runUntil(engine.nowNanos() + 20);
    }
    assertThat(expiredAt).hasSize(10_000);
    assertThat(engine.waitingEvents()).isLessThan(3);
  }
}
