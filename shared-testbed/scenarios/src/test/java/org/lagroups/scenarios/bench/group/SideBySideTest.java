package org.lagroups.scenarios.bench.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
  private final List<String> failures = new ArrayList<>();

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
    try (SideBySide<Integer, Named> groups = new SideBySide<>(this::failed)) {
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
  void goesOnWithoutAGroupThatCannotBeMade() throws InterruptedException {
    Callable<Named> failing =
        () -> {
          throw new IllegalStateException("no room");
        };
    try (SideBySide<Integer, Named> groups = new SideBySide<>(this::failed)) {
      groups.form(Map.of(1, () -> new Named("a"), 2, failing, 3, () -> new Named("c")));
      assertThat(groups.all(Named::name)).containsExactly(Map.entry(1, "a"), Map.entry(3, "c"));
      assertThat(failures).containsExactly("2: no room");
    }
    assertThat(closed).containsExactly("a", "c");
  }

  @Test
  void closesAndLeavesOutAGroupThatFails() throws InterruptedException {
    try (SideBySide<Integer, Named> groups = new SideBySide<>(this::failed)) {
      groups.form(Map.of(1, () -> new Named("a"), 2, () -> new Named("b")));
      assertThat(groups.all(SideBySideTest::onlyB)).containsExactly(Map.entry(2, "b"));
      assertThat(closed).containsExactly("a");
      assertThat(failures).containsExactly("1: a is not b");
      assertThat(groups.all(Named::name)).containsExactly(Map.entry(2, "b"));
      assertThat(failures).hasSize(1);
    }
    assertThat(closed).containsExactly("a", "b");
  }

  private static String onlyB(Named group) {
    if (!group.name().equals("b")) {
      throw new IllegalStateException(group.name() + " is not b");
    }
    return group.name();
  }

  private void failed(int key, String why) {
    failures.add(key + ": " + why);
  }

  private static void meetOthers(CyclicBarrier meeting) {
    try {
      meeting.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("the others did not come", e);
    }
  }
}
