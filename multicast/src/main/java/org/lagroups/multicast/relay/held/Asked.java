package org.lagroups.multicast.relay.held;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.lagroups.machine.NodeId;

/** What was asked for and has not come. */
public final class Asked {

  /** The most chunks that are asked for at a time, of all peers together. */
  public static final int MAX_CHUNKS = 256;

  private final long patienceNanos;
  private final Map<Long, Question> questions = new HashMap<>();
  private final Map<NodeId, Integer> counts = new HashMap<>();

  private record Question(NodeId peer, long nanos) {}

  /** A question is forgotten after {@code patienceNanos}, so that somebody else is asked. */
  public Asked(long patienceNanos) {
    this.patienceNanos = patienceNanos;
  }

  /** How many more chunks may be asked for. */
  public int room() {
    return MAX_CHUNKS - questions.size();
  }

  public boolean isAsked(long sequence) {
    return questions.containsKey(sequence);
  }

  /** How many chunks a peer has been asked for. */
  public int of(NodeId peer) {
    return counts.getOrDefault(peer, 0);
  }

  /** Notes that a peer has been asked for a chunk, which nobody else was. */
  public void ask(long sequence, NodeId peer, long nowNanos) {
    questions.put(sequence, new Question(peer, nowNanos));
    counts.merge(peer, 1, Integer::sum);
  }

  /** A chunk has come, or need not come any more. */
  public void settle(long sequence) {
    Question settled = questions.remove(sequence);
    if (settled != null) {
      uncount(settled);
    }
  }

  /** Chunks below this need not come any more. */
  public void settleBelow(long sequence) {
    settleAll(entry -> entry.getKey() < sequence);
  }

  /** Forgets old questions. */
  public void expire(long nowNanos) {
    settleAll(entry -> nowNanos - entry.getValue().nanos() >= patienceNanos);
  }

  /** Forgets what a peer was asked for. */
  public void forget(NodeId peer) {
    settleAll(entry -> entry.getValue().peer().equals(peer));
  }

  private void settleAll(Predicate<Map.Entry<Long, Question>> which) {
    questions
        .entrySet()
        .removeIf(entry -> {
          boolean goes = which.test(entry);
          if (goes) {
            uncount(entry.getValue());
          }
          return goes;
        });
  }

  private void uncount(Question question) {
    counts.computeIfPresent(question.peer(), (peer, count) -> count > 1 ? count - 1 : null);
  }
}
