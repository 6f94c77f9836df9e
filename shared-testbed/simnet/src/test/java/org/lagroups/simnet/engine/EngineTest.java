package org.lagroups.simnet.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineTest {

  private final Engine engine = new Engine();
  private final List<Long> firedAt = new ArrayList<>();

  private void runUntil(long time) {
    while (engine.fireNext(time)) {
      firedAt.add(engine.nowNanos());
    }
  }

  @Test
  void movesTheClockToEachEventAndThenToTheLimit() {
    engine.at(30, () -> {});
    engine.after(10, () -> engine.after(5, () -> {}));
    runUntil(20);
    assertThat(firedAt).containsExactly(10L, 15L);
    assertThat(engine.nowNanos()).isEqualTo(20);
    assertThat(engine.waitingEvents()).isEqualTo(1);
    assertThat(engine.firedEvents()).isEqualTo(2);
  }

  @Test
  void takesThePastForNow() {
    runUntil(100);
    engine.at(50, () -> {});
    engine.after(-50, () -> {});
    runUntil(100);
    assertThat(firedAt).containsExactly(100L, 100L);
  }

  @Test
  void doesNotOverflow() {
    runUntil(100);
    engine.after(Long.MAX_VALUE, () -> {});
    runUntil(Long.MAX_VALUE - 1);
    assertThat(firedAt).isEmpty();
  }
}
