package org.lagroups.scenarios.bench.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.group.trial.Trial;

final class SideBySideTest {

  private final List<String> closed = new CopyOnWriteArrayList<>();

  private final class Named implements Trial {

    private final String name;

    Named(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    @Override
    public void close() {
      closed.add(name);
    }
  }

  @Test
  void doesTheSameWithAllAtTheSameTime() throws InterruptedException {
    CyclicBarrier meeting = new CyclicBarrier(2);
    try (SideBySide<Integer, Named> groups = new SideBySide<>()) {
      groups.form(Map.of(1, () -> new Named("a"), 2, () -> new Named("b")));
      Map<Integer, String> met =
          groups.all(group -> {
            meetOthers(meeting);
            return group.name();
          });
      assertThat(met).containsExactly(Map.entry(1, "a"), Map.entry(2, "b"));
    }
    assertThat(closed).containsExactly("a", "b");
  }

  @Test
  void endsAllGroupsThatWereMadeWhenOneCannotBe() throws InterruptedException {
    Callable<Named> failing =
        () -> {
          throw new IllegalStateException("no room");
        };
    try (SideBySide<Integer, Named> groups = new SideBySide<>()) {
      groups.form(Map.of(1, () -> new Named("a")));
      assertThatIllegalStateException()
          .isThrownBy(() -> groups.form(Map.of(2, failing, 3, () -> new Named("c"))))
          .withMessage("no room");
    }
    assertThat(closed).contains("a");
  }

  private static void meetOthers(CyclicBarrier meeting) {
    try {
      meeting.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the others did not come", e);
    }
  }
}
