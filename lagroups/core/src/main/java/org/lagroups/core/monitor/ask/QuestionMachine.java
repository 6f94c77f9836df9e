package org.lagroups.core.monitor.ask;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.core.monitor.vote.VotingSettings;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Puts questions to the nodes under test by turns, and hands their answers and its own to a {@link
 * VotingMonitor} (paper, section 2.2). So several vantage points on the network are compared, as
 * Perspectives does for keys (Wendlandt, Andersen, Perrig, USENIX ATC 2008).
 *
 * <p>It answers others, too, but only questions that are on its own list: nobody can have it look
 * up names, or connect to places, of his choice.
 */
public final class QuestionMachine implements Machine<QuestionTimer> {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(6);

  /** What one peer may ask; messages. */
  static final Rate ASKED = new Rate(10, 100);

  private final Environment<QuestionTimer> environment;
  private final QuestionSettings settings;
  private final VotingMonitor votes;
  private final Supplier<? extends Collection<NodeId>> subjects;
  private final Map<Question, OwnAnswer> own = new LinkedHashMap<>();
  private final PeerBuckets asked = new PeerBuckets(ASKED);
  private final Map<QuestionDrop, Long> dropped = new EnumMap<>(QuestionDrop.class);
  private int turn;
  private long put;
  private long answered;
  private long unknown;

  /**
   * Asks nothing before it is started.
   *
   * @param subjects whom to ask, at any time
   */
  public QuestionMachine(
      Environment<QuestionTimer> environment,
      QuestionSettings settings,
      AnswerSource source,
      VotingMonitor votes,
      Supplier<? extends Collection<NodeId>> subjects) {
    this.environment = environment;
    this.settings = settings;
    this.votes = votes;
    this.subjects = subjects;
    settings.questions().forEach(one -> own.put(one, new OwnAnswer(one, source)));
  }

  /** What has happened so far. */
  public QuestionCounters counters() {
    return new QuestionCounters(put, answered, unknown, dropped);
  }

  @Override
  public void start() {
    if (!settings.questions().isEmpty()) {
      setTimer();
    }
  }

  @Override
  public void onTimer(QuestionTimer timer) {
    setTimer();
    Question question = settings.questions().get(turn);
    turn = (turn + 1) % settings.questions().size();
    put(question);
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    Optional<QuestionMessage> decoded = QuestionMessage.decode(message);
    if (decoded.isEmpty()) {
      drop(QuestionDrop.MALFORMED);
      return;
    }
    Question question = decoded.get().question();
    Optional<Bytes> answer = decoded.get().answer();
    if (answer.isPresent()) {
      votes.answer(question.bytes(), from, answer.get(), environment.elapsedNanos());
    } else {
      answer(from, question);
    }
  }

  private void put(Question question) {
    long now = environment.elapsedNanos();
    List<NodeId> asking =
        subjects.get().stream()
            .filter(environment::isLinked)
            .limit(VotingSettings.MAX_VOTERS - 1L)
            .toList();
    List<NodeId> voters = Stream.concat(Stream.of(environment.self()), asking.stream()).toList();
    if (asking.isEmpty() || !votes.ask(question.bytes(), voters, now)) {
      return;
    }
    put++;
    Bytes message = QuestionMessage.ask(question).encode();
    asking.forEach(node -> environment.send(node, Delivery.ORDERED, message));
    give(
        question,
        answer ->
            votes.answer(question.bytes(), environment.self(), answer, environment.elapsedNanos()));
  }

  private void answer(NodeId from, Question question) {
    if (!own.containsKey(question)) {
      drop(QuestionDrop.NOT_ON_THE_LIST);
    } else if (!asked.take(from, 1, environment.elapsedNanos())) {
      drop(QuestionDrop.OVER_BUDGET);
    } else {
      give(
          question,
          answer -> {
            answered++;
            Bytes message = QuestionMessage.answer(question, answer).encode();
            environment.send(from, Delivery.ORDERED, message);
          });
    }
  }

  private void give(Question question, Consumer<Bytes> taker) {
    OwnAnswer mine = own.get(question);
    if (mine != null) {
      mine.give(environment.elapsedNanos(), found -> found.ifPresentOrElse(taker, () -> unknown++));
    }
  }

  private void setTimer() {
    environment.setTimer(QuestionTimer.ASK, settings.every().toMillis());
  }

  private void drop(QuestionDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }
}
