package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lagroups.core.robust.AgreementStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.Sql;

/** The node's part in the agreements of its groups. */
public final class AgreementTable implements AgreementStore {

  static final String CREATE =
      """
      CREATE TABLE core_agreement (
        group_id BLOB PRIMARY KEY, state BLOB NOT NULL
      ) WITHOUT ROWID;
      """;

  /** From an older state, a seat could vote twice: the node takes another one. */
  static final String AFTER_RESTORE = "DELETE FROM core_agreement";

  private final RetryingWrites writes;
  private final Map<GroupId, Bytes> states = new HashMap<>();

  private AgreementTable(RetryingWrites writes) {
    this.writes = writes;
  }

  private record Key(GroupId group) {}

  private record Row(GroupId group, Bytes state) {}

  static AgreementTable load(Connection connection, RetryingWrites writes) throws SQLException {
    AgreementTable table = new AgreementTable(writes);
    Sql.query(
            connection,
            "SELECT * FROM core_agreement",
            row -> new Row(Sql.group(row, "group_id"), Sql.bytes(row, "state")))
        .forEach(row -> table.states.put(row.group(), row.state()));
    return table;
  }

  @Override
  public Optional<Bytes> load(GroupId group) {
    return Optional.ofNullable(states.get(group));
  }

  @Override
  public void save(GroupId group, Bytes state, Runnable whenDurable) {
    states.put(group, state);
    writes.put(
        new Key(group),
        connection ->
            Sql.update(
                connection, "INSERT OR REPLACE INTO core_agreement VALUES (?, ?)", group, state),
        whenDurable);
  }

  @Override
  public void forget(GroupId group) {
    states.remove(group);
    writes.put(
        new Key(group),
        connection ->
            Sql.update(connection, "DELETE FROM core_agreement WHERE group_id = ?", group));
  }
}
