package org.lagroups.multicast.runtime;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.tables.DurableWrites;

/** Which groups belong to streams, on disk. On the event loop, but for {@link #load}. */
final class GroupNotes {

  /** The module's name, which owns the table. */
  static final String MODULE = "cast";

  static final Schema SCHEMA =
      new Schema(MODULE, List.of("CREATE TABLE cast_group (id BLOB PRIMARY KEY) STRICT"));

  private final DurableWrites writes;
  private final Set<GroupId> groups;

  private record Key(GroupId group) {}

  private GroupNotes(DurableWrites writes, Set<GroupId> groups) {
    this.writes = writes;
    this.groups = groups;
  }

  /** Reads what is there; waits for the disk. */
  static GroupNotes load(StateStore store, DurableWrites writes) {
    return new GroupNotes(
        writes,
        new TreeSet<>(
            store
                .read(connection ->
                    Sql.query(connection, "SELECT id FROM cast_group", row -> Sql.group(row, "id")))
                .join()));
  }

  Set<GroupId> all() {
    return Set.copyOf(groups);
  }

  boolean has(GroupId group) {
    return groups.contains(group);
  }

  void add(GroupId group) {
    if (groups.add(group)) {
      writes.put(
          new Key(group),
          connection ->
              Sql.update(connection, "INSERT OR REPLACE INTO cast_group VALUES (?)", group));
    }
  }

  void remove(GroupId group) {
    if (groups.remove(group)) {
      writes.put(
          new Key(group),
          connection -> Sql.update(connection, "DELETE FROM cast_group WHERE id = ?", group));
    }
  }
}
