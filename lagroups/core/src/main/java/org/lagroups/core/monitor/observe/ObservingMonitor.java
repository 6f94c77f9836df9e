package org.lagroups.core.monitor.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.machine.NodeId;

/**
 * A test of what the application observes of a node (paper, section 2.2: "Stateful end-to-end
 * monitoring"): the application calls {@link #observe} whenever it sees something, and {@link
 * #tick} as time passes. An {@link Examiner} for each node under test finds it good or bad, and
 * {@link Steadiness} says how many such findings make a verdict.
 *
 * <p>A node that is tested in several groups is observed once for all of them. It holds one
 * examiner for each test that was started and not closed: who starts tests bounds them, as {@link
 * org.lagroups.core.monitor.Attestor} does. On the node's machine thread.
 *
 * @param <O> what is observed
 */
public final class ObservingMonitor<O> implements Monitor {

  /** A pass is repeated, for what was measured, once in so many findings at most. */
  public static final int FINDINGS_BETWEEN_PASSES = 4;

  private final Steadiness steadiness;
  private final Function<Subject, Examiner<O>> examiners;
  private final Map<NodeId, List<ObservedTest<O>>> tests = new TreeMap<>();
  private final Tally tally = new Tally();

  /**
   * A test by examiners that remember something.
   *
   * @param examiners makes the examiner of a node
   */
  public ObservingMonitor(Steadiness steadiness, Function<Subject, Examiner<O>> examiners) {
    this.steadiness = steadiness;
    this.examiners = examiners;
  }

  /** A test that judges each observation by itself. */
  public static <O> ObservingMonitor<O> ofEach(
      Steadiness steadiness, Function<O, Finding> judgement) {
    Examiner<O> examiner = (observation, now) -> Optional.of(judgement.apply(observation));
    return new ObservingMonitor<>(steadiness, subject -> examiner);
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    ObservedTest<O> test =
        new ObservedTest<>(
            subject, examiners.apply(subject), steadiness, tally, onChange, this::remove);
    tests.computeIfAbsent(subject.node(), node -> new ArrayList<>(1)).add(test);
    return test;
  }

  /**
   * Takes what was observed of a node. One that is not under test is ignored.
   *
   * @param nowNanos monotonic; an earlier time than before counts as the same
   */
  public void observe(NodeId node, O observation, long nowNanos) {
    List<ObservedTest<O>> observed = List.copyOf(tests.getOrDefault(node, List.of()));
    if (observed.isEmpty()) {
      tally.stranger();
    }
    observed.forEach(test -> test.observe(observation, nowNanos));
  }

  /** Takes that time has passed, for all nodes under test, in the order of their IDs. */
  public void tick(long nowNanos) {
    all().forEach(test -> test.tick(nowNanos));
  }

  /** What has happened so far. */
  public ObservationCounters counters() {
    List<Verdict> verdicts = all().stream().map(OngoingTest::verdict).toList();
    long passing = verdicts.stream().filter(Verdict.Pass.class::isInstance).count();
    long failing = verdicts.stream().filter(Verdict.Fail.class::isInstance).count();
    return tally.counters(verdicts.size(), (int) passing, (int) failing);
  }

  /** A copy, since whoever hears a verdict may start and close tests. */
  private List<ObservedTest<O>> all() {
    return tests.values().stream().flatMap(List::stream).toList();
  }

  private void remove(ObservedTest<O> test) {
    NodeId node = test.subject().node();
    List<ObservedTest<O>> left = tests.get(node);
    if (left != null && left.remove(test) && left.isEmpty()) {
      tests.remove(node);
    }
  }
}
