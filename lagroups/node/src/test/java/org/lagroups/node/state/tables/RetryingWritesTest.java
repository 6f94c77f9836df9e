package org.lagroups.node.state.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.SqlWork;

class RetryingWritesTest {

  private final ManualLoop loop = new ManualLoop();
  private DirectStore store;
  private RetryingWrites writes;

  @BeforeEach
  void open() throws SQLException {
    store = new DirectStore();
    writes = new RetryingWrites(store, loop);
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void putsWhatOneTurnHasChangedOnDiskInOneTransaction() {
    writes.put("first", fact("first"));
    assertThat(facts()).isEmpty();
    writes.put("second", fact("second"));
    store.setFull(true);
    loop.run();
    assertThat(facts()).isEmpty();
    store.setFull(false);
    loop.runLater();
    assertThat(facts()).containsExactly("first", "second");
  }

  @Test
  void givesUpAWriteThatCanNeverSucceedAndHoldsUpNoOther() {
    writes.put("first", fact("first"));
    writes.put("poison", poison());
    writes.put("last", fact("last"));
    CompletableFuture<Void> durable = writes.durable();
    loop.run();

    assertThat(facts()).containsExactly("first", "last");
    assertThat(durable).isCompletedExceptionally();
    assertThat(writes.givenUp()).isEqualTo(1);
    writes.put("later", fact("later"));
    CompletableFuture<Void> later = writes.durable();
    loop.run();
    assertThat(later).isCompleted();
    assertThat(facts()).containsExactly("first", "last", "later");
  }

  @Test
  void doesNotConfirmAGivenUpWriteToWhoAsksWhileItIsUnderWay() {
    writes.put("poison", poison());
    loop.runOne();
    writes.put("good", fact("good"));
    CompletableFuture<Void> durable = writes.durable();
    loop.run();

    assertThat(durable).isCompletedExceptionally();
    assertThat(facts()).containsExactly("good");
  }

  @Test
  void keepsWritingWhatTheDiskRefusedAfterAWriteWasGivenUp() {
    writes.put("poison", poison());
    writes.put("kept", fact("kept"));
    loop.runOne();
    store.setFull(true);
    loop.run();
    assertThat(facts()).isEmpty();
    store.setFull(false);
    loop.runLater();

    assertThat(facts()).containsExactly("kept");
    assertThat(writes.givenUp()).isEqualTo(1);
  }

  @Test
  void countsARefusedWriteAsNotOnDisk() {
    store.refuseNext(1);
    writes.put("refused", fact("refused"));
    CompletableFuture<Void> durable = writes.durable();
    loop.run();
    assertThat(durable).isCompletedExceptionally();
    loop.runLater();
    assertThat(facts()).containsExactly("refused");
    assertThat(writes.givenUp()).isZero();
  }

  @Test
  void tellsOfAWriteOnlyOnceAllEarlierOnesAreOnDisk() {
    List<String> told = new ArrayList<>();
    writes.put("early", fact("early"), () -> told.add("early"));
    writes.put("late", fact("late"), () -> told.add("late"));
    writes.put("poison", poison());
    loop.runOne();
    store.refuseNext(1);
    loop.run();
    assertThat(facts()).containsExactly("late");
    assertThat(told).isEmpty();
    loop.runLater();
    assertThat(facts()).containsExactly("early", "late");
    assertThat(told).containsExactly("early", "late");
  }

  @Test
  void forgetsTheOldestCallsBackBeyondTheBound() {
    List<Integer> told = new ArrayList<>();
    store.setFull(true);
    for (int i = 0; i <= RetryingWrites.MAX_CALLBACKS; i++) {
      int number = i;
      writes.put("one", fact("one"), () -> told.add(number));
    }
    loop.run();
    store.setFull(false);
    loop.runLater();
    assertThat(told).hasSize(RetryingWrites.MAX_CALLBACKS).startsWith(1);
  }

  private List<String> facts() {
    return store
        .read(connection ->
            Sql.query(
                connection,
                "SELECT name FROM core_fact ORDER BY name",
                row -> row.getString("name")))
        .join();
  }

  private static SqlWork<Integer> fact(String name) {
    return connection ->
        Sql.update(connection, "INSERT OR REPLACE INTO core_fact VALUES (?, ?)", name, 1);
  }

  private static SqlWork<Integer> poison() {
    return connection -> Sql.update(connection, "INSERT INTO core_fact VALUES ('x', NULL)");
  }
}
