package org.lagroups.wormguard.runtime.cooperation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.tables.DurableWrites;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.protocol.GuardStore;
import org.lagroups.wormguard.cooperate.record.DecodedRecord;
import org.lagroups.wormguard.cooperate.record.RecordCodec;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;

/** The signatures on which this node has come to an opinion. */
public final class OpinionTable implements GuardStore {

  private final StateStore store;
  private final DurableWrites writes;

  public OpinionTable(StateStore store, DurableWrites writes) {
    this.store = store;
    this.writes = writes;
  }

  private record Key(GroupId group, SignatureId id) {}

  /** All of them; what cannot be read any more is left out. */
  public CompletableFuture<List<Stored>> load() {
    return store.read(connection ->
        Sql.query(connection, "SELECT * FROM guard_signature", OpinionTable::read).stream()
            .flatMap(Optional::stream)
            .toList());
  }

  @Override
  public void save(Stored stored) {
    SignedRecord signed = stored.signed();
    OpinionColumns columns = OpinionColumns.of(stored.opinion());
    writes.put(
        new Key(signed.record().group(), signed.id()),
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO guard_signature VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                signed.record().group(),
                signed.id().hash(),
                signed.encoded(),
                signed.signature().value(),
                columns.kind(),
                columns.reason(),
                columns.detail(),
                joined(columns.blamed()),
                stored.judgedMillis()));
  }

  @Override
  public void remove(GroupId group, SignatureId id) {
    writes.put(
        new Key(group, id),
        connection ->
            Sql.update(
                connection,
                "DELETE FROM guard_signature WHERE group_id = ? AND id = ?",
                group,
                id.hash()));
  }

  private static Optional<Stored> read(ResultSet row) throws SQLException {
    Bytes encoded = Sql.bytes(row, "encoded");
    Opinion opinion =
        new OpinionColumns(
                row.getString("kind"),
                row.getInt("fault"),
                row.getString("detail"),
                split(Sql.bytes(row, "blamed")))
            .opinion();
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      Signature signature = new Signature(Sql.bytes(row, "signature"));
      return Optional.of(
          new Stored(
              SignedRecord.of(accepted.record(), encoded, signature),
              opinion,
              row.getLong("judged_ms")));
    }
    return Optional.empty();
  }

  private static Bytes joined(List<NodeId> nodes) {
    byte[] all = new byte[nodes.size() * NodeId.LENGTH];
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).bytes().copyTo(all, i * NodeId.LENGTH);
    }
    return Bytes.wrapOwned(all);
  }

  private static List<NodeId> split(Bytes all) {
    List<NodeId> nodes = new ArrayList<>();
    for (int at = 0; at + NodeId.LENGTH <= all.length(); at += NodeId.LENGTH) {
      nodes.add(new NodeId(all.slice(at, at + NodeId.LENGTH)));
    }
    return nodes;
  }
}
