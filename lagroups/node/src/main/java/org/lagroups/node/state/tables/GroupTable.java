package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.StoredContact;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.StoredWithdrawal;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.node.state.Sql;

/** The groups to which the node belongs. */
public final class GroupTable implements GroupStore {

  static final String CREATE =
      """
      CREATE TABLE core_group (
        id BLOB PRIMARY KEY, validity_ms INTEGER NOT NULL, max_members INTEGER NOT NULL,
        skew_ms INTEGER NOT NULL, joined INTEGER NOT NULL, reserved_sequence INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE core_attestee (
        group_id BLOB NOT NULL REFERENCES core_group(id) ON DELETE CASCADE, node BLOB NOT NULL,
        round_trip_us INTEGER, throughput_bps INTEGER, uptime_s INTEGER, time_to_failure_s INTEGER,
        cost REAL, data BLOB, PRIMARY KEY (group_id, node)
      ) WITHOUT ROWID;
      CREATE TABLE core_withdrawal (
        group_id BLOB NOT NULL REFERENCES core_group(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, node BLOB NOT NULL, reason INTEGER NOT NULL,
        detail TEXT NOT NULL, until_ms INTEGER NOT NULL, PRIMARY KEY (group_id, position)
      ) WITHOUT ROWID;
      CREATE TABLE core_contact (
        group_id BLOB NOT NULL REFERENCES core_group(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, node BLOB NOT NULL, addresses TEXT NOT NULL,
        last_seen_ms INTEGER NOT NULL, PRIMARY KEY (group_id, position)
      ) WITHOUT ROWID;
      """;

  /** Groups made before have no rule of robust membership. */
  static final String ADD_ROBUST_RULE =
      "ALTER TABLE core_group ADD COLUMN robust TEXT NOT NULL DEFAULT 'none';";

  /** The numbers of groups that were left, in one row. */
  static final String CREATE_NUMBERS_FORGOTTEN =
      """
      CREATE TABLE core_numbers_forgotten (up_to INTEGER NOT NULL);
      INSERT INTO core_numbers_forgotten VALUES (0);
      """;

  /**
   * How far beyond the clock, and beyond all that a copy knows of, numbering goes on: more blocks
   * of numbers than can have been reserved since the copy was made.
   */
  static final long RESTORE_MARGIN_MILLIS = 86_400_000;

  /** No number may be used twice, and an old copy does not know which ones were. */
  static final String AFTER_RESTORE = afterRestore("core_group", "reserved_sequence");

  /** Nor does it know of groups that were joined and left since. */
  static final String NUMBERS_FORGOTTEN_AFTER_RESTORE =
      afterRestore("core_numbers_forgotten", "up_to");

  private final RetryingWrites writes;
  private final List<StoredGroup> found;
  private final long numbersForgotten;

  private GroupTable(RetryingWrites writes, List<StoredGroup> found, long numbersForgotten) {
    this.writes = writes;
    this.found = found;
    this.numbersForgotten = numbersForgotten;
  }

  private record Key(GroupId group) {}

  static GroupTable load(Connection connection, RetryingWrites writes) throws SQLException {
    List<StoredGroup> groups =
        Sql.query(
            connection, "SELECT * FROM core_group ORDER BY id", row -> readGroup(connection, row));
    List<Long> numbersForgotten =
        Sql.query(
            connection, "SELECT up_to FROM core_numbers_forgotten", row -> row.getLong("up_to"));
    return new GroupTable(writes, groups, numbersForgotten.getFirst());
  }

  @Override
  public List<StoredGroup> load() {
    return found;
  }

  @Override
  public void save(StoredGroup group, Runnable whenDurable) {
    writes.put(
        new Key(group.group()),
        connection -> {
          delete(connection, group.group());
          insert(connection, group);
          return true;
        },
        whenDurable);
  }

  @Override
  public long numbersForgotten() {
    return numbersForgotten;
  }

  /** Joined again before this is written, the group is saved instead: with a number beyond this. */
  @Override
  public void forget(GroupId group, long usedUpTo) {
    writes.put(
        new Key(group),
        connection -> {
          delete(connection, group);
          Sql.update(
              connection, "UPDATE core_numbers_forgotten SET up_to = MAX(up_to, ?)", usedUpTo);
          return true;
        });
  }

  private static String afterRestore(String table, String column) {
    return "UPDATE %s SET %s = %d + MAX(%s, CAST(unixepoch('subsec') * 1000 AS INTEGER))"
        .formatted(table, column, RESTORE_MARGIN_MILLIS, column);
  }

  private static void delete(Connection connection, GroupId group) throws SQLException {
    Sql.update(connection, "DELETE FROM core_group WHERE id = ?", group);
  }

  private static void insert(Connection connection, StoredGroup group) throws SQLException {
    GroupId id = group.group();
    GroupSettings settings = group.settings();
    Sql.update(
        connection,
        "INSERT INTO core_group VALUES (?, ?, ?, ?, ?, ?, ?)",
        id,
        settings.validityMillis(),
        settings.maxMembers(),
        settings.clockSkewMillis(),
        group.joined(),
        group.reservedSequence(),
        settings.robust().text());
    for (Entry entry : group.attestees()) {
      insertAttestee(connection, id, entry);
    }
    int position = 0;
    for (StoredWithdrawal withdrawal : group.withdrawals()) {
      insertWithdrawal(connection, id, position++, withdrawal);
    }
    position = 0;
    for (StoredContact contact : group.contacts()) {
      insertContact(connection, id, position++, contact);
    }
    EquivocationRows.insert(connection, id, group.equivocations());
  }

  private static void insertAttestee(Connection connection, GroupId id, Entry entry)
      throws SQLException {
    LinkInfo info = entry.info();
    Sql.update(
        connection,
        "INSERT INTO core_attestee VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        entry.attestee(),
        info.roundTripMicros(),
        info.throughputBitsPerSecond(),
        info.uptimeSeconds(),
        info.meanTimeToFailureSeconds(),
        info.cost(),
        info.applicationData());
  }

  private static void insertWithdrawal(
      Connection connection, GroupId id, int position, StoredWithdrawal stored)
      throws SQLException {
    Withdrawal withdrawal = stored.withdrawal();
    Sql.update(
        connection,
        "INSERT INTO core_withdrawal VALUES (?, ?, ?, ?, ?, ?)",
        id,
        position,
        withdrawal.attestee(),
        withdrawal.reason().code().code(),
        withdrawal.reason().detail(),
        stored.untilMillis());
  }

  private static void insertContact(
      Connection connection, GroupId id, int position, StoredContact stored) throws SQLException {
    Contact contact = stored.contact();
    Sql.update(
        connection,
        "INSERT INTO core_contact VALUES (?, ?, ?, ?, ?)",
        id,
        position,
        contact.node(),
        contact.addresses().stream().map(NodeAddress::toString).collect(Collectors.joining(" ")),
        stored.lastSeenMillis());
  }

  private static StoredGroup readGroup(Connection connection, ResultSet row) throws SQLException {
    GroupId id = Sql.group(row, "id");
    return new StoredGroup(
        id,
        new GroupSettings(
            row.getLong("validity_ms"),
            row.getInt("max_members"),
            row.getLong("skew_ms"),
            RobustRule.parse(row.getString("robust"))),
        row.getBoolean("joined"),
        row.getLong("reserved_sequence"),
        Sql.query(
            connection,
            "SELECT * FROM core_attestee WHERE group_id = ? ORDER BY node",
            GroupTable::readAttestee,
            id),
        Sql.query(
            connection,
            "SELECT * FROM core_withdrawal WHERE group_id = ? ORDER BY position",
            GroupTable::readWithdrawal,
            id),
        Sql.query(
            connection,
            "SELECT * FROM core_contact WHERE group_id = ? ORDER BY position",
            GroupTable::readContact,
            id),
        EquivocationRows.read(connection, id));
  }

  private static Entry readAttestee(ResultSet row) throws SQLException {
    return new Entry(
        Sql.node(row, "node"),
        new LinkInfo(
            Sql.optionalLong(row, "round_trip_us"),
            Sql.optionalLong(row, "throughput_bps"),
            Sql.optionalLong(row, "uptime_s"),
            Sql.optionalLong(row, "time_to_failure_s"),
            Sql.optionalDouble(row, "cost"),
            Sql.bytes(row, "data")));
  }

  private static StoredWithdrawal readWithdrawal(ResultSet row) throws SQLException {
    return new StoredWithdrawal(
        new Withdrawal(Sql.node(row, "node"), Reasons.read(row)), row.getLong("until_ms"));
  }

  private static StoredContact readContact(ResultSet row) throws SQLException {
    List<NodeAddress> addresses = new ArrayList<>();
    Arrays.stream(row.getString("addresses").split(" ", -1))
        .filter(text -> !text.isEmpty())
        .forEach(text -> addresses.add(NodeAddress.parse(text)));
    return new StoredContact(
        new Contact(Sql.node(row, "node"), addresses), row.getLong("last_seen_ms"));
  }
}
