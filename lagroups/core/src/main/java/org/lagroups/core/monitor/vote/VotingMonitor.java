package org.lagroups.core.monitor.vote;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * A test of whether a node's answers are right: several nodes are asked the same question, and the
 * answer of the majority is taken for right. It suits what has one right answer: the addresses of a
 * name, the key of a name, the digest of an HTTP response or of a block of a file.
 *
 * <p>A question is decided when all who were asked have answered, or when patience ends. With fewer
 * answers than the quorum, or without an answer that more than half gave, nothing is decided and
 * nobody is judged. Who did not answer is not judged either: that is for other tests. One question
 * is one finding for each of its voters, and {@link Steadiness} says how many contradictions are
 * too many.
 *
 * <p>Memory: {@link VotingSettings#maxOpen} questions of up to {@link #MAX_QUESTION_BYTES}, each
 * with an answer of up to {@link #MAX_ANSWER_BYTES} from each voter. On the node's machine thread.
 */
public final class VotingMonitor implements Monitor {

  /** The longest question. */
  public static final int MAX_QUESTION_BYTES = 256;

  /** The longest answer; of longer ones, compare a digest. */
  public static final int MAX_ANSWER_BYTES = 256;

  private final VotingSettings settings;
  private final ObservingMonitor<Boolean> votes;

  /** The open questions, the one that ends first in front. */
  private final Map<Bytes, Poll> open = new LinkedHashMap<>();

  private final Map<Ballot, Long> ballots = new EnumMap<>(Ballot.class);
  private long asked;
  private long refused;
  private long decided;
  private long undecided;
  private long tooFew;

  public VotingMonitor(VotingSettings settings, Steadiness steadiness) {
    this.settings = settings;
    this.votes =
        ObservingMonitor.ofEach(
            steadiness,
            isWithMajority ->
                Finding.goodIf(
                    isWithMajority, ReasonCode.WRONG_ANSWERS, "most others answered otherwise"));
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    return votes.start(subject, onChange);
  }

  /**
   * Opens a question. The application puts it to the nodes.
   *
   * @param question names it, up to {@link #MAX_QUESTION_BYTES}
   * @param voters whom the application asks, up to {@link VotingSettings#MAX_VOTERS}; this node may
   *     be one of them
   * @param nowNanos monotonic
   * @return whether it is open now; not if it was already, or too many are
   * @throws IllegalArgumentException if the question is too long or put to too many
   */
  public boolean ask(Bytes question, Collection<NodeId> voters, long nowNanos) {
    if (question.length() > MAX_QUESTION_BYTES || voters.size() > VotingSettings.MAX_VOTERS) {
      throw new IllegalArgumentException(
          "a question has up to 256 bytes and is put to up to 64 nodes, not %d and %d"
              .formatted(question.length(), voters.size()));
    }
    tick(nowNanos);
    if (open.containsKey(question) || open.size() == settings.maxOpen()) {
      refused++;
      return false;
    }
    asked++;
    open.put(question, new Poll(voters, nowNanos + settings.patience().toNanos()));
    return true;
  }

  /**
   * Takes an answer; it may be anything that a peer cared to send.
   *
   * @param nowNanos monotonic
   */
  public Ballot answer(Bytes question, NodeId voter, Bytes answer, long nowNanos) {
    tick(nowNanos);
    Poll poll = open.get(question);
    Ballot ballot = poll == null ? Ballot.NOT_ASKED : poll.answer(voter, answer);
    ballots.merge(ballot, 1L, Long::sum);
    if (poll != null && poll.isOver(nowNanos)) {
      open.remove(question);
      decide(poll, nowNanos);
    }
    return ballot;
  }

  /** Takes that time has passed: decides the questions whose time is over. */
  public void tick(long nowNanos) {
    List<Map.Entry<Bytes, Poll>> over =
        open.entrySet().stream().takeWhile(entry -> entry.getValue().isOver(nowNanos)).toList();
    over.forEach(entry -> open.remove(entry.getKey()));
    over.forEach(entry -> decide(entry.getValue(), nowNanos));
  }

  /** What has happened so far. */
  public VoteCounters counters() {
    return new VoteCounters(
        open.size(), asked, refused, decided, undecided, tooFew, ballots, votes.counters());
  }

  private void decide(Poll poll, long nowNanos) {
    if (poll.answers().size() < settings.quorum()) {
      tooFew++;
      return;
    }
    Optional<Bytes> majority = poll.majority();
    if (majority.isEmpty()) {
      undecided++;
      return;
    }
    decided++;
    poll.answers()
        .forEach((voter, answer) -> votes.observe(voter, answer.equals(majority.get()), nowNanos));
  }
}
