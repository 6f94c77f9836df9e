package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.monitor.AttestorStore;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;

/** Whom the node has admitted to its groups, and whom it has banned from them. */
public final class AcquaintanceTable implements AttestorStore {

  static final String CREATE =
      """
      CREATE TABLE core_admitted (
        group_id BLOB NOT NULL, position INTEGER NOT NULL, node BLOB NOT NULL,
        PRIMARY KEY (group_id, position)
      ) WITHOUT ROWID;
      CREATE TABLE core_ban (
        group_id BLOB NOT NULL, node BLOB NOT NULL, reason INTEGER NOT NULL, detail TEXT NOT NULL,
        PRIMARY KEY (group_id, node)
      ) WITHOUT ROWID;
      """;

  private final RetryingWrites writes;
  private final Map<GroupId, Acquaintances> known = new HashMap<>();

  private AcquaintanceTable(RetryingWrites writes) {
    this.writes = writes;
  }

  private record Key(GroupId group) {}

  private record Row<T>(GroupId group, NodeId node, T value) {}

  static AcquaintanceTable load(Connection connection, RetryingWrites writes) throws SQLException {
    Map<GroupId, List<NodeId>> admitted = new TreeMap<>();
    Map<GroupId, Map<NodeId, Reason>> banned = new TreeMap<>();
    Sql.query(
            connection,
            "SELECT * FROM core_admitted ORDER BY group_id, position",
            row -> new Row<>(Sql.group(row, "group_id"), Sql.node(row, "node"), true))
        .forEach(row -> admitted.computeIfAbsent(row.group, g -> new ArrayList<>()).add(row.node));
    Sql.query(
            connection,
            "SELECT * FROM core_ban",
            row -> new Row<>(Sql.group(row, "group_id"), Sql.node(row, "node"), Reasons.read(row)))
        .forEach(row ->
            banned.computeIfAbsent(row.group, g -> new TreeMap<>()).put(row.node, row.value));
    AcquaintanceTable table = new AcquaintanceTable(writes);
    admitted.keySet().forEach(group -> banned.putIfAbsent(group, Map.of()));
    banned.forEach((group, bans) ->
        table.known.put(group, new Acquaintances(admitted.getOrDefault(group, List.of()), bans)));
    return table;
  }

  @Override
  public Acquaintances load(GroupId group) {
    return known.getOrDefault(group, Acquaintances.NONE);
  }

  @Override
  public void save(GroupId group, Acquaintances acquaintances) {
    known.put(group, acquaintances);
    writes.put(
        new Key(group),
        connection -> {
          delete(connection, group);
          insert(connection, group, acquaintances);
          return true;
        });
  }

  @Override
  public void forget(GroupId group) {
    known.remove(group);
    writes.put(
        new Key(group),
        connection -> {
          delete(connection, group);
          return true;
        });
  }

  private static void delete(Connection connection, GroupId group) throws SQLException {
    Sql.update(connection, "DELETE FROM core_admitted WHERE group_id = ?", group);
    Sql.update(connection, "DELETE FROM core_ban WHERE group_id = ?", group);
  }

  private static void insert(Connection connection, GroupId group, Acquaintances acquaintances)
      throws SQLException {
    int position = 0;
    for (NodeId node : acquaintances.admitted()) {
      Sql.update(connection, "INSERT INTO core_admitted VALUES (?, ?, ?)", group, position++, node);
    }
    for (Map.Entry<NodeId, Reason> ban : acquaintances.banned().entrySet()) {
      Sql.update(
          connection,
          "INSERT INTO core_ban VALUES (?, ?, ?, ?)",
          group,
          ban.getKey(),
          ban.getValue().code().code(),
          ban.getValue().detail());
    }
  }
}
