package org.lagroups.core.monitor.vote;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** A question put to several nodes, and their answers. */
final class Poll {

  private final Set<NodeId> asked;
  private final long endsNanos;
  private final Map<NodeId, Bytes> answers = new TreeMap<>();

  Poll(Collection<NodeId> asked, long endsNanos) {
    this.asked = new TreeSet<>(asked);
    this.endsNanos = endsNanos;
  }

  Ballot answer(NodeId voter, Bytes answer) {
    if (!asked.contains(voter)) {
      return Ballot.NOT_ASKED;
    }
    if (answer.length() > VotingMonitor.MAX_ANSWER_BYTES) {
      return Ballot.TOO_LONG;
    }
    return answers.putIfAbsent(voter, answer) == null ? Ballot.COUNTED : Ballot.TWICE;
  }

  boolean isOver(long nowNanos) {
    return answers.size() == asked.size() || nowNanos - endsNanos >= 0;
  }

  /** Who answered what, in the order of IDs. */
  Map<NodeId, Bytes> answers() {
    return Collections.unmodifiableMap(answers);
  }

  /** The answer given by more than half of those who answered, if there is one. */
  Optional<Bytes> majority() {
    Map<Bytes, Integer> votes = new TreeMap<>();
    answers.values().forEach(answer -> votes.merge(answer, 1, Integer::sum));
    return votes.entrySet().stream()
        .filter(entry -> 2 * entry.getValue() > answers.size())
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
