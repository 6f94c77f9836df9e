package org.lagroups.wormguard.cooperate.judge;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.core.monitor.OngoingTest;
import org.lagroups.core.monitor.Subject;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * The test that members fail who offered or endorsed a signature which this node has found bad
 * (paper, section 3.3: "if verification fails, a node stops attesting"). All others pass, so it
 * holds up nobody. On the node's machine thread.
 */
public final class BlameMonitor implements Monitor {

  private static final Verdict PASS = new Verdict.Pass(LinkInfo.NONE);

  private final Set<Test> tests = new LinkedHashSet<>();
  private Map<Member, Reason> blamed = Map.of();

  /** Somebody in a group. */
  public record Member(GroupId group, NodeId node) {}

  /** From now on just these are blamed. */
  public void blame(Map<Member, Reason> members) {
    if (members.equals(blamed)) {
      return;
    }
    blamed = new HashMap<>(members);
    List.copyOf(tests).forEach(Test::update);
  }

  /** Why a member is blamed, if it is. */
  public Optional<Reason> reason(GroupId group, NodeId node) {
    return Optional.ofNullable(blamed.get(new Member(group, node)));
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    Test test = new Test(new Member(subject.group(), subject.node()), onChange);
    tests.add(test);
    return test;
  }

  private Verdict verdict(Member member) {
    Reason reason = blamed.get(member);
    return reason == null ? PASS : new Verdict.Fail(reason);
  }

  private final class Test implements OngoingTest {

    private final Member member;
    private final Consumer<Verdict> onChange;
    private Verdict told;

    Test(Member member, Consumer<Verdict> onChange) {
      this.member = member;
      this.onChange = onChange;
      this.told = BlameMonitor.this.verdict(member);
    }

    @Override
    public Verdict verdict() {
      return BlameMonitor.this.verdict(member);
    }

    @Override
    public void close() {
      tests.remove(this);
    }

    void update() {
      Verdict now = verdict();
      if (!now.equals(told) && tests.contains(this)) {
        told = now;
        onChange.accept(now);
      }
    }
  }
}
