package org.lagroups.fileshare.runtime.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.merkle.TreeShape;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.record.FileName;
import org.lagroups.fileshare.transfer.DownloadEntry;
import org.lagroups.fileshare.transfer.DownloadStore;
import org.lagroups.fileshare.transfer.Downloads;
import org.lagroups.fileshare.transfer.Phase;
import org.lagroups.fileshare.verdict.Effect;
import org.lagroups.fileshare.verdict.KeptVerdict;
import org.lagroups.fileshare.verdict.Verdict;
import org.lagroups.fileshare.verdict.VerdictStore;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateStore;
import org.lagroups.node.state.tables.DurableWrites;

/**
 * What a person has decided: verdicts and downloads. Read from any thread; changed on the event
 * loop, and then written until the disk has taken it.
 */
public final class DecisionStore implements VerdictStore, DownloadStore {

  private final StateStore store;
  private final DurableWrites writes;

  public DecisionStore(StateStore store, DurableWrites writes) {
    this.store = store;
    this.writes = writes;
  }

  private record VerdictKey(GroupId group, NodeId publisher, MerkleRoot root) {

    static VerdictKey of(Verdict verdict) {
      return new VerdictKey(verdict.group(), verdict.publisher(), verdict.root());
    }
  }

  private record DownloadKey(long id) {}

  /** All verdicts. */
  public CompletableFuture<List<KeptVerdict>> verdicts() {
    return store.read(connection ->
        Sql.query(connection, "SELECT * FROM share_verdict", DecisionStore::readVerdict));
  }

  /** All downloads, in the order of IDs. */
  public CompletableFuture<List<Downloads.Kept>> downloads() {
    return store.read(connection ->
        Sql.query(
            connection, "SELECT * FROM share_download ORDER BY id", DecisionStore::readDownload));
  }

  /**
   * Completed once everything decided in this turn of the loop, and what follows from it for the
   * node, is on disk; fails if it is not yet, or cannot be.
   */
  public CompletableFuture<Void> durable() {
    return writes.durable();
  }

  @Override
  public void save(KeptVerdict kept) {
    Verdict verdict = kept.verdict();
    writes.put(
        VerdictKey.of(verdict),
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO share_verdict VALUES (?, ?, ?, ?, ?, ?, ?)",
                verdict.group(),
                verdict.publisher(),
                verdict.root().hash(),
                verdict.good(),
                verdict.reason(),
                verdict.decidedMillis(),
                kept.effect().name()));
  }

  @Override
  public void remove(Verdict verdict) {
    writes.put(
        VerdictKey.of(verdict),
        connection ->
            Sql.update(
                connection,
                "DELETE FROM share_verdict WHERE group_id = ? AND publisher = ? AND root = ?",
                verdict.group(),
                verdict.publisher(),
                verdict.root().hash()));
  }

  @Override
  public void save(DownloadEntry entry, Phase phase, String path) {
    Target target = entry.target();
    writes.put(
        new DownloadKey(entry.id()),
        connection ->
            Sql.update(
                connection,
                "INSERT OR REPLACE INTO share_download VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.group(),
                entry.publisher(),
                target.root().hash(),
                target.shape().lengthBytes(),
                target.folder(),
                target.name().text(),
                phase.name(),
                path));
  }

  @Override
  public void remove(long id) {
    writes.put(
        new DownloadKey(id),
        connection -> Sql.update(connection, "DELETE FROM share_download WHERE id = ?", id));
  }

  private static KeptVerdict readVerdict(ResultSet row) throws SQLException {
    Verdict verdict =
        new Verdict(
            Sql.group(row, "group_id"),
            Sql.node(row, "publisher"),
            new MerkleRoot(Sql.bytes(row, "root")),
            row.getBoolean("good"),
            row.getString("reason"),
            row.getLong("decided_ms"));
    return new KeptVerdict(verdict, Effect.valueOf(row.getString("effect")));
  }

  private static Downloads.Kept readDownload(ResultSet row) throws SQLException {
    Target target =
        new Target(
            new MerkleRoot(Sql.bytes(row, "root")),
            new TreeShape(row.getLong("size")),
            row.getString("folder"),
            new FileName(row.getString("name")));
    DownloadEntry entry =
        new DownloadEntry(
            row.getLong("id"), Sql.group(row, "group_id"), Sql.node(row, "publisher"), target);
    return new Downloads.Kept(entry, Phase.valueOf(row.getString("phase")), row.getString("path"));
  }
}
