package org.lagroups.core.monitor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.machine.NodeId;

/** A monitor whose verdicts the test gives by hand. */
final class HandMonitor implements Monitor {

  private final Map<NodeId, HandTest> running = new TreeMap<>();
  private final Map<NodeId, Verdict> first = new TreeMap<>();

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    HandTest test = new HandTest(subject.node(), onChange);
    running.put(subject.node(), test);
    return test;
  }

  List<NodeId> tested() {
    return List.copyOf(running.keySet());
  }

  /** What the next test of this node says from its beginning. */
  void expect(NodeId node, Verdict verdict) {
    first.put(node, verdict);
  }

  void pass(NodeId node, LinkInfo info) {
    give(node, new Verdict.Pass(info));
  }

  void fail(NodeId node) {
    give(node, new Verdict.Fail(Reason.of(ReasonCode.UNREACHABLE)));
  }

  private void give(NodeId node, Verdict verdict) {
    HandTest test = running.get(node);
    if (test == null) {
      throw new IllegalStateException("not tested: " + node);
    }
    test.give(verdict);
  }

  private final class HandTest implements OngoingTest {

    private final NodeId node;
    private final Consumer<Verdict> onChange;
    private @Nullable Verdict verdict;

    HandTest(NodeId node, Consumer<Verdict> onChange) {
      this.node = node;
      this.onChange = onChange;
    }

    void give(Verdict given) {
      verdict = given;
      onChange.accept(given);
    }

    @Override
    public Verdict verdict() {
      return verdict == null ? first.getOrDefault(node, new Verdict.Pending()) : verdict;
    }

    @Override
    public void close() {
      running.remove(node, this);
    }
  }
}
