package org.lagroups.fileshare.runtime.store;

import java.util.List;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;

/**
 * What a change of files means for the index.
 *
 * @param generation counts such changes, from 1 on
 */
public record IndexChanges(long generation, List<IndexEntry> entries, List<Key> removed) {

  /** Names a record of this node. */
  public record Key(GroupId group, MerkleRoot root) {}

  public IndexChanges {
    entries = List.copyOf(entries);
    removed = List.copyOf(removed);
  }
}
