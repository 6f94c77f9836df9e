package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;

/** Where this node has reached others, so that it finds them again after a restart. */
public final class AddressTable {

  /** The most nodes remembered; beyond that the one reached longest ago is forgotten. */
  public static final int MAX_NODES = 1_024;

  /** The most addresses of one node, the last ones that worked. */
  public static final int MAX_ADDRESSES = 4;

  /** How often at most the time of an unchanged address is written again. */
  private static final long RENEW_MILLIS = 3_600_000;

  static final String CREATE =
      """
      CREATE TABLE core_address (
        node BLOB NOT NULL, host TEXT NOT NULL, port INTEGER NOT NULL,
        reached_ms INTEGER NOT NULL, PRIMARY KEY (node, host, port)
      ) WITHOUT ROWID;
      """;

  private final RetryingWrites writes;

  /** The longest unused node first; its latest address first. */
  private final Map<NodeId, List<Reached>> known = new LinkedHashMap<>();

  private AddressTable(RetryingWrites writes) {
    this.writes = writes;
  }

  private record Key(NodeId node) {}

  private record Reached(NodeId node, NodeAddress address, long millis) {}

  static AddressTable load(Connection connection, RetryingWrites writes) throws SQLException {
    AddressTable table = new AddressTable(writes);
    List<Reached> rows =
        Sql.query(
            connection,
            "SELECT * FROM core_address ORDER BY reached_ms",
            row ->
                new Reached(
                    Sql.node(row, "node"),
                    new NodeAddress(row.getString("host"), row.getInt("port")),
                    row.getLong("reached_ms")));
    rows.forEach(table::remember);
    return table;
  }

  /** The addresses at which a node was reached, the latest first. */
  public List<NodeAddress> of(NodeId node) {
    return known.getOrDefault(node, List.of()).stream().map(Reached::address).toList();
  }

  /**
   * Notes that a node was reached.
   *
   * @param nowMillis wall-clock time
   */
  public void reached(NodeId node, NodeAddress address, long nowMillis) {
    List<Reached> before = known.getOrDefault(node, List.of());
    boolean fresh =
        !before.isEmpty()
            && before.getFirst().address.equals(address)
            && nowMillis - before.getFirst().millis < RENEW_MILLIS;
    if (fresh) {
      return;
    }
    remember(new Reached(node, address, nowMillis));
    save(node);
    if (known.size() > MAX_NODES) {
      NodeId oldest = known.keySet().iterator().next();
      known.remove(oldest);
      save(oldest);
    }
  }

  private void remember(Reached reached) {
    List<Reached> all = new ArrayList<>(List.of(reached));
    List<Reached> before = known.remove(reached.node);
    if (before != null) {
      before.stream().filter(old -> !old.address.equals(reached.address)).forEach(all::add);
    }
    all.sort(Comparator.comparingLong(Reached::millis).reversed());
    known.put(reached.node, all.subList(0, Math.min(all.size(), MAX_ADDRESSES)));
  }

  private void save(NodeId node) {
    List<Reached> now = List.copyOf(known.getOrDefault(node, List.of()));
    writes.put(
        new Key(node),
        connection -> {
          Sql.update(connection, "DELETE FROM core_address WHERE node = ?", node);
          for (Reached reached : now) {
            Sql.update(
                connection,
                "INSERT INTO core_address VALUES (?, ?, ?, ?)",
                node,
                reached.address.host(),
                reached.address.port(),
                reached.millis);
          }
          return true;
        });
  }
}
