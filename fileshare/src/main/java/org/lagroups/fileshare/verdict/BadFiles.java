package org.lagroups.fileshare.verdict;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * How many bad verdicts there are on each content of a group, and on each publisher but those whose
 * ban the person has lifted.
 */
final class BadFiles {

  private final Map<Object, Integer> counts = new HashMap<>();

  private record Publisher(GroupId group, NodeId node) {}

  private record Content(GroupId group, MerkleRoot root) {}

  /** Counts a verdict, unless it is good. */
  void add(KeptVerdict kept) {
    if (!kept.verdict().good()) {
      counts.merge(content(kept.verdict()), 1, Integer::sum);
      if (kept.hidesPublisher()) {
        counts.merge(publisher(kept.verdict()), 1, Integer::sum);
      }
    }
  }

  /** Counts a verdict no longer, which was added with the same effect. */
  void remove(KeptVerdict kept) {
    if (!kept.verdict().good()) {
      discount(content(kept.verdict()));
      if (kept.hidesPublisher()) {
        discount(publisher(kept.verdict()));
      }
    }
  }

  boolean has(GroupId group, NodeId publisher, MerkleRoot root) {
    return counts.containsKey(new Publisher(group, publisher))
        || counts.containsKey(new Content(group, root));
  }

  private void discount(Object what) {
    counts.computeIfPresent(what, (key, count) -> count == 1 ? null : count - 1);
  }

  private static Publisher publisher(Verdict verdict) {
    return new Publisher(verdict.group(), verdict.publisher());
  }

  private static Content content(Verdict verdict) {
    return new Content(verdict.group(), verdict.root());
  }
}
