package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.core.wire.Decoded;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.Sql;

/** What has been proven against nodes of a group: part of {@link GroupTable}. */
final class EquivocationRows {

  static final String CREATE =
      """
      CREATE TABLE core_equivocation (
        group_id BLOB NOT NULL REFERENCES core_group(id) ON DELETE CASCADE,
        position INTEGER NOT NULL, vouched_for INTEGER NOT NULL,
        first BLOB NOT NULL, first_signature BLOB NOT NULL,
        second BLOB NOT NULL, second_signature BLOB NOT NULL, PRIMARY KEY (group_id, position)
      ) WITHOUT ROWID;
      """;

  private EquivocationRows() {}

  static void insert(Connection connection, GroupId group, List<StoredEquivocation> all)
      throws SQLException {
    int position = 0;
    for (StoredEquivocation stored : all) {
      Equivocation proof = stored.equivocation();
      Sql.update(
          connection,
          "INSERT INTO core_equivocation VALUES (?, ?, ?, ?, ?, ?, ?)",
          group,
          position++,
          stored.vouchedFor(),
          proof.first().encoded(),
          proof.first().signature().value(),
          proof.second().encoded(),
          proof.second().signature().value());
    }
  }

  static List<StoredEquivocation> read(Connection connection, GroupId group) throws SQLException {
    return Sql.query(
            connection,
            "SELECT * FROM core_equivocation WHERE group_id = ? ORDER BY position",
            EquivocationRows::read,
            group)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Nothing, if an older version of this program has written it otherwise. */
  private static Optional<StoredEquivocation> read(ResultSet row) throws SQLException {
    Optional<SignedAdvertisement> first = statement(row, "first");
    Optional<SignedAdvertisement> second = statement(row, "second");
    boolean vouchedFor = row.getBoolean("vouched_for");
    return first.flatMap(one ->
        second.map(other -> new StoredEquivocation(new Equivocation(one, other), vouchedFor)));
  }

  private static Optional<SignedAdvertisement> statement(ResultSet row, String column)
      throws SQLException {
    Signature signature = new Signature(Sql.bytes(row, column + "_signature"));
    return AdvertisementCodec.decode(Sql.bytes(row, column))
            instanceof Decoded.Accepted<LinkStateAdvertisement>(LinkStateAdvertisement content)
        ? Optional.of(new SignedAdvertisement(content, Sql.bytes(row, column), signature))
        : Optional.empty();
  }
}
