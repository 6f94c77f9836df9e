package org.lagroups.fileshare.runtime.routes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lagroups.fileshare.api.HitView.Confirmed;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.fileshare.record.FileRecord;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What came of asking for records again, as long as the node runs; of very many those that were
 * asked for first are forgotten. On the loop.
 */
final class Checks {

  /** Of so many records it is kept. */
  static final int MOST = 10_000;

  /** A record: another number is another record. */
  private record Key(GroupId group, NodeId publisher, MerkleRoot root, long sequence) {

    static Key of(FileRecord record) {
      return new Key(record.group(), record.publisher(), record.root(), record.sequence());
    }
  }

  private final Map<Key, Confirmed> latest = new LinkedHashMap<>();

  void keep(FileRecord record, Confirmed confirmed) {
    latest.remove(Key.of(record));
    latest.put(Key.of(record), confirmed);
    if (latest.size() > MOST) {
      latest.remove(latest.keySet().iterator().next());
    }
  }

  Optional<Confirmed> of(FileRecord record) {
    return Optional.ofNullable(latest.get(Key.of(record)));
  }
}
