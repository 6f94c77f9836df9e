package org.lagroups.wormguard.runtime.cooperation.store;

import java.util.List;
import org.lagroups.node.state.Schema;

/** The tables of wormguard. */
public final class GuardSchema {

  /** The module's name, with which its tables' names begin. */
  public static final String MODULE = "guard";

  private static final String FIRST =
      """
      CREATE TABLE guard_signature (
        group_id BLOB NOT NULL, id BLOB NOT NULL, encoded BLOB NOT NULL, signature BLOB NOT NULL,
        kind TEXT NOT NULL, fault INTEGER NOT NULL, detail TEXT NOT NULL, blamed BLOB NOT NULL,
        judged_ms INTEGER NOT NULL, PRIMARY KEY (group_id, id)
      ) WITHOUT ROWID;
      CREATE TABLE guard_evidence (digest BLOB PRIMARY KEY, content BLOB NOT NULL);
      CREATE TABLE guard_local (
        kind TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, value)
      ) WITHOUT ROWID;
      """;

  /** All of them. */
  public static final Schema SCHEMA = new Schema(MODULE, List.of(FIRST));

  private GuardSchema() {}
}
