package org.lagroups.node.runtime.monitor;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.ask.QuestionCounters;
import org.lagroups.core.monitor.ask.QuestionDrop;
import org.lagroups.core.monitor.ask.QuestionMachine;
import org.lagroups.core.monitor.kit.KitCounters;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.core.monitor.observe.ObservationCounters;
import org.lagroups.core.monitor.vote.Ballot;

/**
 * The counters of the tests as meters: they show what was at the last {@link #refresh}, which is
 * called on the event loop. Read on any thread.
 */
public final class TestMeters {

  private final MemberTests tests;
  private final QuestionMachine questions;
  private final MeterRegistry registry;
  private volatile Snapshot latest;

  /** Registers all meters. */
  public TestMeters(MemberTests tests, QuestionMachine questions, MeterRegistry registry) {
    this.tests = tests;
    this.questions = questions;
    this.registry = registry;
    this.latest = snapshot();
    registerBatteries();
    latest.kit.tests().keySet().stream().sorted().forEach(this::registerTest);
    registerVotes();
    registerQuestions();
  }

  private record Snapshot(KitCounters kit, QuestionCounters questions) {}

  /** On the event loop. */
  public void refresh() {
    latest = snapshot();
  }

  private Snapshot snapshot() {
    return new Snapshot(tests.counters(), questions.counters());
  }

  private void registerBatteries() {
    gauge("lagroups_battery_tested", Tags.empty(), s -> s.kit.batteries().tested());
    counter("lagroups_battery_passed", Tags.empty(), s -> s.kit.batteries().passed());
    for (ReasonCode reason : ReasonCode.values()) {
      counter(
          "lagroups_battery_failed",
          Tags.of("reason", word(reason)),
          s -> s.kit.batteries().failed().getOrDefault(reason, 0L));
    }
  }

  private void registerTest(TestKind kind) {
    Tags test = Tags.of("test", kind.word());
    gauge("lagroups_test_tested", test, s -> of(s, kind).tested());
    gauge("lagroups_test_passing", test, s -> of(s, kind).passing());
    gauge("lagroups_test_failing", test, s -> of(s, kind).failing());
    counter("lagroups_test_findings", test.and("finding", "good"), s -> of(s, kind).good());
    counter("lagroups_test_findings", test.and("finding", "bad"), s -> of(s, kind).bad());
    counter("lagroups_test_passed", test, s -> of(s, kind).passed());
    counter(
        "lagroups_test_failed",
        test,
        s -> of(s, kind).failed().values().stream().mapToLong(Long::longValue).sum());
  }

  private void registerVotes() {
    gauge("lagroups_votes_open", Tags.empty(), s -> s.kit.votes().open());
    counter("lagroups_votes", Tags.of("outcome", "decided"), s -> s.kit.votes().decided());
    counter("lagroups_votes", Tags.of("outcome", "undecided"), s -> s.kit.votes().undecided());
    counter("lagroups_votes", Tags.of("outcome", "too-few"), s -> s.kit.votes().tooFew());
    counter("lagroups_votes", Tags.of("outcome", "refused"), s -> s.kit.votes().refused());
    for (Ballot ballot : Ballot.values()) {
      counter(
          "lagroups_vote_answers",
          Tags.of("ballot", word(ballot)),
          s -> s.kit.votes().ballots().getOrDefault(ballot, 0L));
    }
  }

  private void registerQuestions() {
    counter("lagroups_questions_put", Tags.empty(), s -> s.questions.put());
    counter("lagroups_questions_answered", Tags.empty(), s -> s.questions.answered());
    counter("lagroups_questions_unknown", Tags.empty(), s -> s.questions.unknown());
    for (QuestionDrop reason : QuestionDrop.values()) {
      counter(
          "lagroups_questions_dropped",
          Tags.of("reason", word(reason)),
          s -> s.questions.dropped().getOrDefault(reason, 0L));
    }
  }

  private static ObservationCounters of(Snapshot snapshot, TestKind kind) {
    return Objects.requireNonNull(snapshot.kit.tests().get(kind));
  }

  private void counter(String name, Tags tags, ToDoubleFunction<Snapshot> value) {
    FunctionCounter.builder(name, this, self -> value.applyAsDouble(self.latest))
        .tags(tags)
        .register(registry);
  }

  private void gauge(String name, Tags tags, ToDoubleFunction<Snapshot> value) {
    Gauge.builder(name, this, self -> value.applyAsDouble(self.latest))
        .tags(tags)
        .register(registry);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
