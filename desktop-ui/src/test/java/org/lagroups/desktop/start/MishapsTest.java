package org.lagroups.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.screen.Notices;

class MishapsTest {

  private final Notices notices = new Notices();
  private final ArrayDeque<Runnable> due = new ArrayDeque<>();
  private final Mishaps mishaps = new Mishaps(notices, due::add);

  @Test
  void whatNobodyCaughtIsToldAndTheSameOnceMoreIsCounted() {
    for (int i = 0; i < 3; i++) {
      mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("no such row"));
      due.remove().run();
    }
    assertThat(notices.all())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.message()).contains("went wrong", "no such row");
          assertThat(one.times()).isEqualTo(3);
        });
  }

  @Test
  void manyAtOnceAreToldOnceAndLoggedWithinBounds() {
    for (int i = 0; i < 50; i++) {
      mishaps.uncaughtException(Thread.currentThread(), new AssertionError("number " + i));
    }
    assertThat(due).hasSize(1);
  }
}
