package org.lagroups.wormguard.runtime.cooperation.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.tables.DurableWrites;
import org.lagroups.wormguard.cooperate.judge.EvidenceShelf;
import org.lagroups.wormguard.cooperate.record.EvidenceRef;

/** Evidence in the node's database, where it goes to disk together with what rests on it. */
public final class EvidenceTable implements EvidenceShelf {

  private final StateStore store;
  private final DurableWrites writes;
  private final Executor loop;

  public EvidenceTable(StateStore store, DurableWrites writes, Executor loop) {
    this.store = store;
    this.writes = writes;
    this.loop = loop;
  }

  private record Key(Bytes digest) {}

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Both ways it may end are told.
  public void put(EvidenceRef ref, Bytes evidence, Consumer<Boolean> done) {
    writes.put(
        new Key(ref.digest()),
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO guard_evidence VALUES (?, ?)",
                ref.digest(),
                evidence));
    writes
        .durable()
        .whenComplete((ok, failure) -> loop.execute(() -> done.accept(failure == null)));
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Both ways it may end are told.
  public void read(EvidenceRef ref, Consumer<Optional<Bytes>> done) {
    store
        .read(connection ->
            Sql.query(
                connection,
                "SELECT content FROM guard_evidence WHERE digest = ?",
                row -> Sql.bytes(row, "content"),
                ref.digest()))
        .whenComplete((List<Bytes> rows, Throwable failure) -> {
          Optional<Bytes> found =
              failure == null ? rows.stream().filter(ref::fits).findFirst() : Optional.empty();
          loop.execute(() -> done.accept(found));
        });
  }

  @Override
  public void remove(EvidenceRef ref) {
    writes.put(
        new Key(ref.digest()),
        connection ->
            Sql.update(connection, "DELETE FROM guard_evidence WHERE digest = ?", ref.digest()));
  }
}
