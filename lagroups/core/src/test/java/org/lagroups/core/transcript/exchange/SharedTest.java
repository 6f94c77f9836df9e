package org.lagroups.core.transcript.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SharedTest {

  private static final long FRESH = 100;
  private static final long PATIENCE = 10;

  private final List<Consumer<Optional<String>>> begun = new ArrayList<>();
  private final List<Optional<String>> got = new ArrayList<>();
  private Optional<String> soFar = Optional.empty();
  private long now;
  private final Shared<String> shared =
      new Shared<>(
          FRESH,
          PATIENCE,
          () -> now,
          done -> {
            begun.add(done);
            return () -> soFar;
          });

  @Test
  void isMadeOnceForAllWhoAskMeanwhile() {
    shared.get(got::add);
    shared.get(got::add);
    assertThat(got).isEmpty();
    begun.getFirst().accept(Optional.of("a"));
    shared.get(got::add);
    assertThat(begun).hasSize(1);
    assertThat(got).isEqualTo(List.of(Optional.of("a"), Optional.of("a"), Optional.of("a")));
  }

  @Test
  void isMadeAnewWhenItIsOld() {
    shared.get(got::add);
    begun.getFirst().accept(Optional.of("a"));
    now = FRESH;
    shared.get(got::add);
    assertThat(begun).hasSize(2);
    begun.getLast().accept(Optional.of("b"));
    assertThat(got).isEqualTo(List.of(Optional.of("a"), Optional.of("b")));
  }

  @Test
  void isTriedAgainByTheNextWhoAsksIfItCouldNotBeMade() {
    shared.get(got::add);
    begun.getFirst().accept(Optional.empty());
    shared.get(got::add);
    assertThat(begun).hasSize(2);
    assertThat(got).isEqualTo(List.of(Optional.empty()));
  }

  @Test
  void whatIsThereAtTheDeadlineHasToDo() {
    shared.get(got::add);
    assertThat(shared.deadlineNanos()).isEqualTo(PATIENCE);
    now = PATIENCE - 1;
    shared.expire();
    assertThat(got).isEmpty();
    now = PATIENCE;
    soFar = Optional.of("half");
    shared.expire();
    assertThat(got).isEqualTo(List.of(Optional.of("half")));
    assertThat(shared.deadlineNanos()).isEqualTo(Long.MAX_VALUE);
    begun.getFirst().accept(Optional.of("late"));
    shared.get(got::add);
    assertThat(got.getLast()).as("what came too late is not taken").isEqualTo(soFar);
  }

  @Test
  void onlySoManyWait() {
    for (int i = 0; i < Shared.MAX_WAITING; i++) {
      shared.get(got::add);
    }
    assertThat(got).isEmpty();
    shared.get(got::add);
    assertThat(got).isEqualTo(List.of(Optional.empty()));
  }
}
