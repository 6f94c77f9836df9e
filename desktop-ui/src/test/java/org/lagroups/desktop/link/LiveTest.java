package org.lagroups.desktop.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.ApiEvent;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.Health;

class LiveTest {

  private static final String LINE = "GET /v1/thing";

  private final ScriptedApi api = new ScriptedApi().answer(LINE, Health.of(List.of()));
  private final List<Health> seen = new ArrayList<>();
  private final Live<Health> live = new Live<>(api, "/v1/thing", Health.class, seen::add).on("a.");

  @Test
  void readsAtOnceAndAfterEachKindOfEventThatMayHaveChangedIt() {
    Subscription open = live.start();
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(1);
    api.tell("b.other", new Done(true));
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(1);
    api.tell("a.changed", new Done(true));
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(2);
    api.tell(ApiEvent.GAP, new Done(true));
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(3);
    open.unsubscribe();
  }

  @Test
  void manyEventsAtOnceLeadToOneReadingMore() {
    Subscription open = live.start();
    for (int i = 0; i < 1_000; i++) {
      api.tell("a.changed", new Done(true));
    }
    api.pass(Duration.ofSeconds(10));
    assertThat(api.count(LINE)).isEqualTo(2);
    open.unsubscribe();
  }

  @Test
  void readsEverySoOftenIfAskedTo() {
    Subscription open = live.every(Duration.ofSeconds(5)).start();
    api.pass(Duration.ofSeconds(16));
    assertThat(api.count(LINE)).isEqualTo(4);
    open.unsubscribe();
  }

  @Test
  void readsAgainWhenTheNodeIsBack() {
    api.answer(LINE, new Problem("x", "no", ""));
    List<Problem> problems = new ArrayList<>();
    Subscription open = live.otherwise(problems::add).start();
    api.become(new LinkState.Lost("gone", ""));
    api.pass(Duration.ofSeconds(1));
    assertThat(problems).hasSize(1);
    api.answer(LINE, Health.of(List.of()));
    api.become(new LinkState.Connected(Samples.node()));
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(1);
    open.unsubscribe();
  }

  @Test
  void readsAgainWhenItIsBegunAnewAfterAnEndWithinItsPause() {
    Subscription open = live.start();
    api.pass(Duration.ofMillis(50));
    open.unsubscribe();
    open = live.start();
    api.pass(Duration.ofSeconds(1));
    assertThat(seen).hasSize(2);
    open.unsubscribe();
  }

  @Test
  void holdsNothingAfterItsEnd() {
    Subscription open = live.every(Duration.ofSeconds(1)).start();
    api.pass(Duration.ofSeconds(3));
    int before = seen.size();
    open.unsubscribe();
    api.pass(Duration.ofSeconds(10));
    assertThat(seen).hasSize(before);
    assertThat(api.held()).isZero();
  }
}
