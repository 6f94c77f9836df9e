package org.lagroups.fileshare.verdict;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** How many bad verdicts there are on each publisher and each content of a group. */
final class BadFiles {

  private final Map<Object, Integer> counts = new HashMap<>();

  private record Publisher(GroupId group, NodeId node) {}

  private record Content(GroupId group, MerkleRoot root) {}

  /** Counts a verdict, unless it is good. */
  void add(Verdict verdict) {
    if (!verdict.good()) {
      counts.merge(publisher(verdict), 1, Integer::sum);
      counts.merge(content(verdict), 1, Integer::sum);
    }
  }

  /** Counts a verdict no longer. */
  void remove(Verdict verdict) {
    if (!verdict.good()) {
      counts.computeIfPresent(publisher(verdict), (key, count) -> count == 1 ? null : count - 1);
      counts.computeIfPresent(content(verdict), (key, count) -> count == 1 ? null : count - 1);
    }
  }

  boolean has(GroupId group, NodeId publisher, MerkleRoot root) {
    return counts.containsKey(new Publisher(group, publisher))
        || counts.containsKey(new Content(group, root));
  }

  private static Publisher publisher(Verdict verdict) {
    return new Publisher(verdict.group(), verdict.publisher());
  }

  private static Content content(Verdict verdict) {
    return new Content(verdict.group(), verdict.root());
  }
}
