package org.lagroups.node.runtime.monitor;

import java.util.Map;
import org.lagroups.core.monitor.HeartbeatMachine;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.ask.AnswerSource;
import org.lagroups.core.monitor.ask.QuestionMachine;
import org.lagroups.core.monitor.ask.QuestionTimer;
import org.lagroups.core.monitor.kit.KitCounters;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.core.monitor.kit.TestKit;
import org.lagroups.core.monitor.link.Arrivals;
import org.lagroups.core.monitor.link.Demands;
import org.lagroups.core.route.Router;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.runtime.host.MachineHost;
import org.lagroups.node.state.config.TestConfig;
import org.lagroups.node.state.tables.LoopTimer;

/** A node's tests of others, as its settings say. On the event loop. */
public final class MemberTests {

  private final TestConfig config;
  private final TestKit kit;
  private final LoopTimer loop;

  /** Tests nobody yet. */
  public MemberTests(TestConfig config, HeartbeatMachine heartbeats, LoopTimer loop) {
    this.config = config;
    this.kit = new TestKit(config.kit(), heartbeats, System::nanoTime);
    this.loop = loop;
  }

  /**
   * Begins to take note of what arrives and of the time that passes, for as long as the loop runs.
   */
  public void start(MachineHost host, Router router) {
    host.onArrival(kit.arrivals()::arrived);
    router.onReply(kit.arrivals()::wasAskedFor);
    tick();
  }

  /** Puts the questions of the settings, and answers those of others. */
  public QuestionMachine questions(Environment<QuestionTimer> environment, AnswerSource answers) {
    return new QuestionMachine(
        environment,
        config.questions(),
        answers,
        kit.votes(),
        () -> kit.subjects(TestKind.ANSWERS));
  }

  /** The batteries. */
  public Monitor monitor() {
    return kit;
  }

  /** Where applications say what they want of nodes, and what they get. */
  public Demands demands() {
    return kit.demands();
  }

  /** Where what arrives is counted, and applications say what of it they have asked for. */
  public Arrivals arrivals() {
    return kit.arrivals();
  }

  /** What each test says of a node; nothing if it is not under test. */
  public Map<TestKind, Verdict> verdicts(GroupId group, NodeId node) {
    return kit.verdicts(group, node);
  }

  /** What has happened so far. */
  public KitCounters counters() {
    return kit.counters();
  }

  private void tick() {
    kit.tick();
    loop.schedule(kit.tickMillis(), this::tick);
  }
}
