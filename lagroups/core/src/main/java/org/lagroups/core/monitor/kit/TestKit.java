package org.lagroups.core.monitor.kit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.HeartbeatMonitor;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.battery.Battery;
import org.lagroups.core.monitor.battery.BatteryCounters;
import org.lagroups.core.monitor.battery.BenefitOfDoubt;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.monitor.link.FloodCeiling;
import org.lagroups.core.monitor.link.HeartbeatLatency;
import org.lagroups.core.monitor.link.Received;
import org.lagroups.core.monitor.link.ThroughputFloor;
import org.lagroups.core.monitor.link.Traffic;
import org.lagroups.core.monitor.observe.ObservationCounters;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * All ready-made tests of one node, put together to a battery for each group as its settings say.
 *
 * <p>Heartbeats decide on newcomers; the other tests pass a node until it is found to fail, so that
 * none of them holds up a join. Whoever fails comes back by passing.
 *
 * <p>It is told what happens: {@link #arrivals} what comes from peers, {@link #demands} what
 * applications want and get, {@link #votes} what nodes answer; and {@link #tick} that time passes.
 * On the node's machine thread.
 */
public final class TestKit implements Monitor {

  /** Five of eight round trips are anomalous; ten in a row are not. */
  static final Steadiness LATENCY = new Steadiness(5, 8, 10);

  /** Two of three windows with demand are too slow; two in a row are not. */
  static final Steadiness THROUGHPUT = new Steadiness(2, 3, 2);

  /** Three seconds of five are a flood; ten in a row are not. */
  static final Steadiness FLOOD = new Steadiness(3, 5, 10);

  /** Two answers of three are contradicted; two in a row are not. */
  static final Steadiness ANSWERS = new Steadiness(2, 3, 2);

  private static final BatteryCounters NONE = new BatteryCounters(0, 0, Map.of());

  private final KitSettings settings;
  private final LongSupplier nowNanos;
  private final HeartbeatMonitor heartbeat;
  private final HeartbeatLatency latency;
  private final ObservingMonitor<Traffic> throughput;
  private final ObservingMonitor<Received> flood;
  private final VotingMonitor votes;
  private final Arrivals arrivals;
  private final Demands demands;
  private final Map<BatteryPlan, Battery> batteries = new HashMap<>();
  private final Map<Tested, Map<TestKind, OngoingTest>> running = new HashMap<>();

  /**
   * Tests nobody yet.
   *
   * @param nowNanos monotonic, as {@code Environment.elapsedNanos()}
   */
  public TestKit(KitSettings settings, HeartbeatMachine heartbeats, LongSupplier nowNanos) {
    this.settings = settings;
    this.nowNanos = nowNanos;
    this.heartbeat = new HeartbeatMonitor(heartbeats);
    this.latency = new HeartbeatLatency(heartbeats, settings.latency(), LATENCY, nowNanos);
    this.throughput = ThroughputFloor.monitor(settings.throughput(), THROUGHPUT);
    this.flood = FloodCeiling.monitor(settings.flood(), FLOOD);
    this.votes = new VotingMonitor(settings.votes(), ANSWERS);
    this.arrivals = new Arrivals(flood);
    this.demands = new Demands(throughput, nowNanos);
  }

  private record Tested(GroupId group, NodeId node) {
    static Tested of(Subject subject) {
      return new Tested(subject.group(), subject.node());
    }
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    return batteries
        .computeIfAbsent(settings.planOf(subject.group()), this::battery)
        .start(subject, onChange);
  }

  /** What arrives from peers is told to this. */
  public Arrivals arrivals() {
    return arrivals;
  }

  /** What applications want of nodes, and what they get, is told to this. */
  public Demands demands() {
    return demands;
  }

  /** Questions and answers are told to this. */
  public VotingMonitor votes() {
    return votes;
  }

  /** How often {@link #tick} is to be called: once in the shortest window. */
  public long tickMillis() {
    return Math.min(
        settings.flood().window().toMillis(), settings.throughput().window().toMillis());
  }

  /** Time has passed; to be called every {@link #tickMillis}. */
  public void tick() {
    long now = nowNanos.getAsLong();
    arrivals.tick(now);
    demands.tick();
    votes.tick(now);
  }

  /** What each test of a group's battery says of a node now; nothing if it is not under test. */
  public Map<TestKind, Verdict> verdicts(GroupId group, NodeId node) {
    Map<TestKind, Verdict> verdicts = new EnumMap<>(TestKind.class);
    running
        .getOrDefault(new Tested(group, node), Map.of())
        .forEach((kind, test) -> verdicts.put(kind, test.verdict()));
    return Collections.unmodifiableMap(verdicts);
  }

  /** The nodes that have this test, in the order of their IDs. */
  public Set<NodeId> subjects(TestKind kind) {
    Set<NodeId> nodes = new TreeSet<>();
    running.forEach((tested, tests) -> {
      if (tests.containsKey(kind)) {
        nodes.add(tested.node());
      }
    });
    return nodes;
  }

  /** What has happened so far. */
  public KitCounters counters() {
    Map<TestKind, ObservationCounters> tests = new EnumMap<>(TestKind.class);
    tests.put(TestKind.LATENCY, latency.counters());
    tests.put(TestKind.THROUGHPUT, throughput.counters());
    tests.put(TestKind.FLOOD, flood.counters());
    tests.put(TestKind.ANSWERS, votes.counters().observations());
    return new KitCounters(
        batteries.values().stream().map(Battery::counters).reduce(KitCounters::sum).orElse(NONE),
        tests,
        votes.counters());
  }

  private Battery battery(BatteryPlan plan) {
    Monitor[] chosen = plan.tests().stream().sorted().map(this::noted).toArray(Monitor[]::new);
    return Battery.atLeast(plan.needed(), chosen);
  }

  /** The test of a kind, which is found by {@link #verdicts} while it runs. */
  private Monitor noted(TestKind kind) {
    Monitor monitor = monitor(kind);
    return (subject, onChange) -> {
      OngoingTest test = monitor.start(subject, onChange);
      running
          .computeIfAbsent(Tested.of(subject), tested -> new EnumMap<>(TestKind.class))
          .put(kind, test);
      return new OngoingTest() {
        @Override
        public Verdict verdict() {
          return test.verdict();
        }

        @Override
        public void close() {
          test.close();
          forget(Tested.of(subject), kind, test);
        }
      };
    };
  }

  private Monitor monitor(TestKind kind) {
    return switch (kind) {
      case HEARTBEAT -> heartbeat;
      case LATENCY -> new BenefitOfDoubt(latency);
      case THROUGHPUT -> new BenefitOfDoubt(throughput);
      case FLOOD -> new BenefitOfDoubt(flood);
      case ANSWERS -> new BenefitOfDoubt(votes);
    };
  }

  private void forget(Tested tested, TestKind kind, OngoingTest test) {
    Map<TestKind, OngoingTest> tests = running.get(tested);
    if (tests != null && tests.remove(kind, test) && tests.isEmpty()) {
      running.remove(tested);
    }
  }
}
