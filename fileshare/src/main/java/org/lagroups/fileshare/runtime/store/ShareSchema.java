package org.lagroups.fileshare.runtime.store;

import java.util.List;
import org.lagroups.node.state.Schema;

/** The tables of file sharing. */
public final class ShareSchema {

  /** The module's name, with which its tables' names begin. */
  public static final String MODULE = "share";

  private static final String FIRST =
      """
      CREATE TABLE share_folder (
        id INTEGER PRIMARY KEY AUTOINCREMENT, path TEXT NOT NULL UNIQUE,
        added_ms INTEGER NOT NULL
      );
      CREATE TABLE share_grant (
        folder_id INTEGER NOT NULL, group_id BLOB NOT NULL, PRIMARY KEY (folder_id, group_id)
      ) WITHOUT ROWID;
      CREATE TABLE share_file (
        folder_id INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL, file_key TEXT NOT NULL, root BLOB NOT NULL,
        mime TEXT NOT NULL, layer_height INTEGER NOT NULL, layer BLOB NOT NULL,
        UNIQUE (folder_id, path)
      );
      CREATE INDEX share_file_by_root ON share_file (root);
      CREATE TABLE share_record (
        group_id BLOB NOT NULL, root BLOB NOT NULL, encoded BLOB NOT NULL,
        signature BLOB NOT NULL, PRIMARY KEY (group_id, root)
      ) WITHOUT ROWID;
      CREATE TABLE share_generation (only INTEGER PRIMARY KEY, generation INTEGER NOT NULL);
      INSERT INTO share_generation VALUES (1, 0);
      CREATE TABLE share_verdict (
        group_id BLOB NOT NULL, publisher BLOB NOT NULL, root BLOB NOT NULL,
        good INTEGER NOT NULL, reason TEXT NOT NULL, decided_ms INTEGER NOT NULL,
        PRIMARY KEY (group_id, publisher, root)
      ) WITHOUT ROWID;
      CREATE TABLE share_download (
        id INTEGER PRIMARY KEY, group_id BLOB NOT NULL, publisher BLOB NOT NULL,
        root BLOB NOT NULL, size INTEGER NOT NULL, folder TEXT NOT NULL, name TEXT NOT NULL,
        phase TEXT NOT NULL, path TEXT NOT NULL
      );
      """;

  /** Before, bad verdicts banned their publishers with every start. */
  private static final String EFFECTS =
      """
      ALTER TABLE share_verdict ADD COLUMN effect TEXT NOT NULL DEFAULT 'PLACED';
      UPDATE share_verdict SET effect = 'NONE' WHERE good;
      """;

  /** The index is of a later time than an old copy, and has to be built again. */
  private static final String AFTER_RESTORE =
      "UPDATE share_generation SET generation = generation + 1000000";

  /** All of them. */
  public static final Schema SCHEMA =
      new Schema(MODULE, List.of(FIRST, EFFECTS), List.of(AFTER_RESTORE));

  private ShareSchema() {}
}
