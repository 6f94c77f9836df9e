package org.lagroups.fileshare.runtime.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.record.DecodedRecord;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.fileshare.record.MimeType;
import org.lagroups.fileshare.record.RecordCodec;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.Sql;

/**
 * Derives this node's records from its files. A group and a root have at most one record; it is
 * about the first file with that content, by folder and path.
 */
final class RecordTable {

  private final Identity publisher;
  private final LongSupplier wallMillis;

  RecordTable(Identity publisher, LongSupplier wallMillis) {
    this.publisher = publisher;
    this.wallMillis = wallMillis;
  }

  private record Place(String folder, String path, long size, long modifiedNanos, String mime) {

    String fileName() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    String searchable() {
      Path name = Path.of(folder).getFileName();
      return (name == null ? "" : name) + "/" + path;
    }
  }

  /** Brings the records of these roots up to date, in these groups; part of a transaction. */
  IndexChanges update(
      Connection connection, Collection<MerkleRoot> roots, Collection<GroupId> groups)
      throws SQLException {
    List<IndexEntry> entries = new ArrayList<>();
    List<IndexChanges.Key> removed = new ArrayList<>();
    for (GroupId group : groups) {
      for (MerkleRoot root : roots) {
        List<Place> places = places(connection, group, root);
        if (places.isEmpty()) {
          delete(connection, group, root);
          removed.add(new IndexChanges.Key(group, root));
        } else {
          entries.add(entry(connection, group, root, places));
        }
      }
    }
    return new IndexChanges(nextGeneration(connection), entries, removed);
  }

  /** Deletes all records of a group; part of a transaction. */
  IndexChanges withdraw(Connection connection, GroupId group) throws SQLException {
    List<IndexChanges.Key> removed =
        Sql.query(
            connection,
            "SELECT root FROM share_record WHERE group_id = ?",
            row -> new IndexChanges.Key(group, new MerkleRoot(Sql.bytes(row, "root"))),
            group);
    Sql.update(connection, "DELETE FROM share_record WHERE group_id = ?", group);
    return new IndexChanges(nextGeneration(connection), List.of(), removed);
  }

  /** Everything that the index has to hold of one group, a part at a time. */
  List<IndexEntry> entriesAfter(Connection connection, GroupId group, Bytes after, int limit)
      throws SQLException {
    List<SignedRecord> records =
        Sql.query(
            connection,
            "SELECT encoded, signature FROM share_record"
                + " WHERE group_id = ? AND root > ? ORDER BY root LIMIT ?",
            RecordTable::read,
            group,
            after,
            limit);
    List<IndexEntry> entries = new ArrayList<>();
    for (SignedRecord record : records) {
      List<Place> places = places(connection, group, record.record().root());
      entries.add(new IndexEntry(record, places.stream().map(Place::searchable).toList()));
    }
    return entries;
  }

  Optional<SignedRecord> find(Connection connection, GroupId group, MerkleRoot root)
      throws SQLException {
    return Sql.query(
            connection,
            "SELECT encoded, signature FROM share_record WHERE group_id = ? AND root = ?",
            RecordTable::read,
            group,
            root.hash())
        .stream()
        .findFirst();
  }

  private IndexEntry entry(
      Connection connection, GroupId group, MerkleRoot root, List<Place> places)
      throws SQLException {
    Optional<SignedRecord> before = find(connection, group, root);
    FileRecord now = describe(group, root, places.getFirst(), before);
    List<String> paths = places.stream().map(Place::searchable).toList();
    if (before.isPresent() && before.get().record().saysTheSameAs(now)) {
      return new IndexEntry(before.get(), paths);
    }
    SignedRecord signed = SignedRecord.sign(now, publisher);
    Sql.update(
        connection,
        "INSERT OR REPLACE INTO share_record VALUES (?, ?, ?, ?)",
        group,
        root.hash(),
        signed.encoded(),
        signed.signature().value());
    return new IndexEntry(signed, paths);
  }

  /** The sequence follows the clock, so that it also grows after a record was deleted. */
  private FileRecord describe(
      GroupId group, MerkleRoot root, Place place, Optional<SignedRecord> before) {
    long least = before.map(record -> record.record().sequence() + 1).orElse(1L);
    return new FileRecord(
        group,
        publisher.nodeId(),
        root,
        new TreeShape(place.size()),
        FileName.sanitised(place.fileName()),
        MimeType.isType(place.mime()) ? new MimeType(place.mime()) : MimeType.UNKNOWN,
        TimeUnit.NANOSECONDS.toMillis(place.modifiedNanos()),
        Math.max(least, wallMillis.getAsLong()));
  }

  private static List<Place> places(Connection connection, GroupId group, MerkleRoot root)
      throws SQLException {
    return Sql.query(
        connection,
        "SELECT d.path AS folder, f.path, f.size, f.modified_ns, f.mime FROM share_file f"
            + " JOIN share_grant g ON g.folder_id = f.folder_id"
            + " JOIN share_folder d ON d.id = f.folder_id"
            + " WHERE f.root = ? AND g.group_id = ? ORDER BY f.folder_id, f.path LIMIT ?",
        row ->
            new Place(
                row.getString("folder"),
                row.getString("path"),
                row.getLong("size"),
                row.getLong("modified_ns"),
                row.getString("mime")),
        root.hash(),
        group,
        IndexEntry.MAX_PATHS);
  }

  private static void delete(Connection connection, GroupId group, MerkleRoot root)
      throws SQLException {
    Sql.update(
        connection, "DELETE FROM share_record WHERE group_id = ? AND root = ?", group, root.hash());
  }

  private static long nextGeneration(Connection connection) throws SQLException {
    Sql.update(connection, "UPDATE share_generation SET generation = generation + 1");
    return generation(connection);
  }

  static long generation(Connection connection) throws SQLException {
    return Sql.query(connection, "SELECT generation FROM share_generation", row -> row.getLong(1))
        .getFirst();
  }

  /** What this node has written itself; if the file was damaged, the database says so earlier. */
  private static SignedRecord read(ResultSet row) throws SQLException {
    Bytes encoded = Sql.bytes(row, "encoded");
    if (RecordCodec.decode(encoded) instanceof DecodedRecord.Accepted accepted) {
      return new SignedRecord(
          accepted.record(), encoded, new Signature(Sql.bytes(row, "signature")));
    }
    throw new SQLException("a stored record cannot be read");
  }
}
