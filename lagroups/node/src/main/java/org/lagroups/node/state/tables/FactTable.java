package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lagroups.node.state.Sql;

/** Single values that the node remembers. */
public final class FactTable {

  static final String CREATE =
      """
      CREATE TABLE core_fact (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
      """;

  private static final String LAST_PORT = "last_port";

  private final RetryingWrites writes;
  private final Map<String, Long> known = new TreeMap<>();

  private FactTable(RetryingWrites writes) {
    this.writes = writes;
  }

  private record Key(String name) {}

  static FactTable load(Connection connection, RetryingWrites writes) throws SQLException {
    FactTable table = new FactTable(writes);
    Sql.query(
            connection,
            "SELECT * FROM core_fact",
            row -> Map.entry(row.getString("name"), row.getLong("value")))
        .forEach(fact -> table.known.put(fact.getKey(), fact.getValue()));
    return table;
  }

  /** The port that the node used last. */
  public OptionalInt lastPort() {
    Long value = known.get(LAST_PORT);
    return value == null ? OptionalInt.empty() : OptionalInt.of(value.intValue());
  }

  /** Remembers the port that the node uses. */
  public void rememberPort(int port) {
    known.put(LAST_PORT, (long) port);
    writes.put(
        new Key(LAST_PORT),
        connection ->
            Sql.update(
                connection, "INSERT OR REPLACE INTO core_fact VALUES (?, ?)", LAST_PORT, port));
  }
}
