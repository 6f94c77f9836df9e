package org.lagroups.fileshare.runtime.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.lagroups.core.crypto.Identity;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.MerkleTree;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateStore;

/** Shared folders, their files, and this node's records of them. */
public final class ShareStore {

  private final StateStore store;
  private final RecordTable records;
  private final LongSupplier wallMillis;

  /**
   * In {@code store}.
   *
   * @param publisher signs the records
   * @param wallMillis milliseconds since 1970-01-01 UTC
   */
  public ShareStore(StateStore store, Identity publisher, LongSupplier wallMillis) {
    this.store = store;
    this.records = new RecordTable(publisher, wallMillis);
    this.wallMillis = wallMillis;
  }

  /** A folder, and what sharing it means for the index. */
  public record Added(SharedFolder folder, IndexChanges changes) {}

  /** All shared folders, in the order in which they were added. */
  public CompletableFuture<List<SharedFolder>> folders() {
    return store.read(ShareStore::readFolders);
  }

  /** Shares a folder with groups, or with more groups than before. */
  public CompletableFuture<Added> share(Path path, Collection<GroupId> groups) {
    return store.write(connection -> {
      Sql.update(
          connection,
          "INSERT OR IGNORE INTO share_folder (path, added_ms) VALUES (?, ?)",
          path.toString(),
          wallMillis.getAsLong());
      SharedFolder folder =
          readFolders(connection).stream()
              .filter(one -> one.path().equals(path))
              .findFirst()
              .orElseThrow();
      for (GroupId group : groups) {
        Sql.update(
            connection, "INSERT OR IGNORE INTO share_grant VALUES (?, ?)", folder.id(), group);
      }
      IndexChanges changes = records.update(connection, roots(connection, folder.id()), groups);
      return new Added(find(connection, folder.id()).orElseThrow(), changes);
    });
  }

  /** Shares a folder no longer. */
  public CompletableFuture<IndexChanges> unshare(long folderId) {
    return store.write(connection -> {
      List<GroupId> groups = find(connection, folderId).map(SharedFolder::groups).orElse(List.of());
      List<MerkleRoot> roots = roots(connection, folderId);
      Sql.update(connection, "DELETE FROM share_file WHERE folder_id = ?", folderId);
      Sql.update(connection, "DELETE FROM share_grant WHERE folder_id = ?", folderId);
      Sql.update(connection, "DELETE FROM share_folder WHERE id = ?", folderId);
      return records.update(connection, roots, groups);
    });
  }

  /**
   * Shares nothing with a group any longer; the folders stay. To be carried out where it is tried
   * again until it is on disk.
   */
  public SqlWork<IndexChanges> revocation(GroupId group) {
    return connection -> {
      Sql.update(connection, "DELETE FROM share_grant WHERE group_id = ?", group);
      return records.withdraw(connection, group);
    };
  }

  /** The files known in a folder, by path. */
  public CompletableFuture<Map<String, FileStamp>> stamps(long folderId) {
    return store.read(connection -> {
      Map<String, FileStamp> stamps = new HashMap<>();
      Sql.query(
              connection,
              "SELECT path, size, modified_ns, file_key FROM share_file WHERE folder_id = ?",
              row -> Map.entry(row.getString("path"), readStamp(row)),
              folderId)
          .forEach(entry -> stamps.put(entry.getKey(), entry.getValue()));
      return stamps;
    });
  }

  /** Enters files that are new or have changed, and takes out those that are gone. */
  public CompletableFuture<IndexChanges> update(
      long folderId, List<HashedFile> files, Collection<String> gone) {
    return store.write(connection -> {
      Optional<SharedFolder> folder = find(connection, folderId);
      if (folder.isEmpty()) {
        return records.update(connection, List.of(), List.of());
      }
      Set<MerkleRoot> roots = new LinkedHashSet<>();
      for (HashedFile file : files) {
        root(connection, folderId, file.path()).ifPresent(roots::add);
        insert(connection, folderId, file);
        roots.add(file.tree().root());
      }
      for (String path : gone) {
        root(connection, folderId, path).ifPresent(roots::add);
        Sql.update(
            connection, "DELETE FROM share_file WHERE folder_id = ? AND path = ?", folderId, path);
      }
      return records.update(connection, roots, folder.get().groups());
    });
  }

  /** This node's record of some content in a group. */
  public CompletableFuture<Optional<SignedRecord>> record(GroupId group, MerkleRoot root) {
    return store.read(connection -> records.find(connection, group, root));
  }

  /** Where content that is shared with a group stands on disk, at most 4 places. */
  public CompletableFuture<List<StoredContent>> content(GroupId group, MerkleRoot root) {
    return store.read(connection ->
        Sql.query(
            connection,
            "SELECT f.*, d.path AS folder FROM share_file f"
                + " JOIN share_grant g ON g.folder_id = f.folder_id"
                + " JOIN share_folder d ON d.id = f.folder_id"
                + " WHERE f.root = ? AND g.group_id = ? ORDER BY f.folder_id, f.path LIMIT 4",
            ShareStore::readContent,
            root.hash(),
            group));
  }

  /** How often records have changed. */
  public CompletableFuture<Long> generation() {
    return store.read(RecordTable::generation);
  }

  /** How many files each folder has, and bytes in them. */
  public CompletableFuture<Map<Long, Totals>> totals() {
    return store.read(connection -> {
      Map<Long, Totals> totals = new HashMap<>();
      Sql.query(
              connection,
              "SELECT folder_id, COUNT(*), SUM(size) FROM share_file GROUP BY folder_id",
              row -> Map.entry(row.getLong(1), new Totals(row.getLong(2), row.getLong(3))))
          .forEach(entry -> totals.put(entry.getKey(), entry.getValue()));
      return totals;
    });
  }

  /** Files in a folder, and their bytes. */
  public record Totals(long files, long bytes) {}

  /** The groups with which anything is shared. */
  public CompletableFuture<List<GroupId>> groups() {
    return store.read(connection ->
        Sql.query(
            connection,
            "SELECT DISTINCT group_id FROM share_grant ORDER BY group_id",
            row -> Sql.group(row, "group_id")));
  }

  /** What the index has to hold of a group: a part, from the root after {@code after} on. */
  public CompletableFuture<List<IndexEntry>> entriesAfter(GroupId group, Bytes after, int limit) {
    return store.read(connection -> records.entriesAfter(connection, group, after, limit));
  }

  private static void insert(Connection connection, long folderId, HashedFile file)
      throws SQLException {
    MerkleTree tree = file.tree();
    Sql.update(
        connection,
        "INSERT OR REPLACE INTO share_file (folder_id, path, size, modified_ns, file_key, root,"
            + " mime, layer_height, layer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        folderId,
        file.path(),
        file.stamp().sizeBytes(),
        file.stamp().modifiedNanos(),
        file.stamp().fileKey(),
        tree.root().hash(),
        file.mimeType().text(),
        tree.layerHeight(),
        tree.layer());
  }

  private static Optional<MerkleRoot> root(Connection connection, long folderId, String path)
      throws SQLException {
    return Sql.query(
            connection,
            "SELECT root FROM share_file WHERE folder_id = ? AND path = ?",
            row -> new MerkleRoot(Sql.bytes(row, "root")),
            folderId,
            path)
        .stream()
        .findFirst();
  }

  private static List<MerkleRoot> roots(Connection connection, long folderId) throws SQLException {
    return Sql.query(
        connection,
        "SELECT DISTINCT root FROM share_file WHERE folder_id = ?",
        row -> new MerkleRoot(Sql.bytes(row, "root")),
        folderId);
  }

  private static Optional<SharedFolder> find(Connection connection, long folderId)
      throws SQLException {
    return readFolders(connection).stream().filter(one -> one.id() == folderId).findFirst();
  }

  private static List<SharedFolder> readFolders(Connection connection) throws SQLException {
    Map<Long, List<GroupId>> groups = new HashMap<>();
    Sql.query(
            connection,
            "SELECT folder_id, group_id FROM share_grant ORDER BY group_id",
            row -> Map.entry(row.getLong("folder_id"), Sql.group(row, "group_id")))
        .forEach(grant ->
            groups.computeIfAbsent(grant.getKey(), id -> new ArrayList<>()).add(grant.getValue()));
    return Sql.query(
        connection,
        "SELECT * FROM share_folder ORDER BY id",
        row ->
            new SharedFolder(
                row.getLong("id"),
                Path.of(row.getString("path")),
                row.getLong("added_ms"),
                groups.getOrDefault(row.getLong("id"), List.of())));
  }

  private static FileStamp readStamp(ResultSet row) throws SQLException {
    return new FileStamp(
        row.getLong("size"), row.getLong("modified_ns"), row.getString("file_key"));
  }

  private static StoredContent readContent(ResultSet row) throws SQLException {
    MerkleTree tree =
        new MerkleTree(
            new TreeShape(row.getLong("size")),
            new MerkleRoot(Sql.bytes(row, "root")),
            row.getInt("layer_height"),
            Sql.bytes(row, "layer"));
    return new StoredContent(
        row.getLong("folder_id"),
        Path.of(row.getString("folder")).resolve(row.getString("path")),
        readStamp(row),
        tree);
  }
}
