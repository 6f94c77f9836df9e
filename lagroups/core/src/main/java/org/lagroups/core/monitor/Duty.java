package org.lagroups.core.monitor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * An {@link Attestor}'s work for one group.
 *
 * <p>Under test are the nodes of the view, and the admitted nodes outside it: so both sides of a
 * healed partition attest to each other again without anyone's help.
 */
final class Duty {

  /** The most nodes under test in one group: a full view, and whoever was admitted before. */
  static final int MAX_TESTS = GroupSettings.HARD_MAX_MEMBERS + Acquaintances.MAX_ADMITTED;

  private final GroupId group;
  private final NodeId self;
  private final LaGroups groups;
  private final Monitor monitor;
  private final PendingAdmissions admissions;
  private final AcquaintanceBook book;
  private final GroupSettings settings;
  private final Subscription subscription;
  private final Map<NodeId, OngoingTest> tests = new TreeMap<>();
  private final Set<NodeId> waiting = new LinkedHashSet<>();

  Duty(
      GroupId group,
      NodeId self,
      LaGroups groups,
      Monitor monitor,
      AdmissionPolicy admission,
      AcquaintanceBook book) {
    this.group = group;
    this.self = self;
    this.groups = groups;
    this.monitor = monitor;
    this.admissions = new PendingAdmissions(admission);
    this.book = book;
    this.settings = groups.settings(group);
    this.subscription = groups.attestsChange(group, this::onEvent);
  }

  /** Begins with everyone who is there already. */
  void begin() {
    Stream.concat(groups.attestations(group).vertices().stream(), book.admitted().stream())
        .forEach(this::test);
    groups.attestsOut(group, self).forEach(attested -> withdrawIfBanned(attested.node()));
  }

  void end() {
    subscription.close();
    admissions.end();
    tests.values().forEach(OngoingTest::close);
    tests.clear();
  }

  void ban(NodeId node, Reason reason) {
    book.ban(node, reason);
    endTest(node);
    withdraw(node, reason);
  }

  void unban(NodeId node) {
    book.unban(node);
    if (book.isAdmitted(node) || groups.attestations(group).contains(node)) {
      test(node);
    }
  }

  Map<NodeId, Reason> banned() {
    return book.banned();
  }

  Map<NodeId, Verdict> verdicts() {
    Map<NodeId, Verdict> verdicts = new TreeMap<>();
    tests.forEach((node, test) -> verdicts.put(node, test.verdict()));
    return verdicts;
  }

  private void onEvent(GroupEvent event) {
    switch (event) {
      case GroupEvent.NodeEntered entered -> test(entered.node());
      case GroupEvent.NodeLeft left -> {
        if (!book.isAdmitted(left.node())) {
          endTest(left.node());
        }
      }
      case GroupEvent.CandidateHeard candidate -> onCandidate(candidate);
      case GroupEvent.EquivocationProven proven -> {
        book.forget(proven.node());
        endTest(proven.node());
      }
      case GroupEvent.AttestationLost lost -> {
        if (lost.attester().equals(self)) {
          onOwnLost(lost);
        }
      }
      case GroupEvent.AttestationGained gained -> {}
    }
  }

  private void onOwnLost(GroupEvent.AttestationLost lost) {
    if (saysLeft(lost.loss())) {
      book.forget(lost.attestee());
      endTest(lost.attestee());
    }
    attestToWhoWaits();
  }

  private void onCandidate(GroupEvent.CandidateHeard candidate) {
    NodeId node = candidate.node();
    if (book.isBanned(node) || tests.containsKey(node)) {
      return;
    }
    if (book.isAdmitted(node)) {
      welcome(node);
    } else {
      admissions.ask(candidate, this::welcome);
    }
  }

  private void welcome(NodeId node) {
    if (!book.isBanned(node)) {
      admit(node);
      test(node);
    }
  }

  private void admit(NodeId node) {
    book.admit(node, this::isAttested).ifPresent(this::endTestOutsideView);
  }

  private void test(NodeId node) {
    if (node.equals(self)
        || book.isBanned(node)
        || tests.containsKey(node)
        || tests.size() == MAX_TESTS) {
      return;
    }
    OngoingTest test =
        monitor.start(new Subject(group, settings, node), verdict -> onVerdict(node, verdict));
    tests.put(node, test);
    onVerdict(node, test.verdict());
  }

  private void onVerdict(NodeId node, Verdict verdict) {
    switch (verdict) {
      case Verdict.Pass pass -> {
        admit(node);
        attest(node, pass);
      }
      case Verdict.Fail fail -> withdraw(node, fail.reason());
      case Verdict.Pending pending -> {}
    }
  }

  /** In a group that is full, the node waits until this node no longer attests to another. */
  private void attest(NodeId node, Verdict.Pass pass) {
    try {
      groups.startAttest(group, node, pass.info());
    } catch (LimitReachedException full) {
      waiting.add(node);
    }
  }

  private void attestToWhoWaits() {
    List<NodeId> candidates = List.copyOf(waiting);
    waiting.clear();
    for (NodeId node : candidates) {
      OngoingTest test = tests.get(node);
      if (test != null && test.verdict() instanceof Verdict.Pass pass) {
        attest(node, pass);
      }
    }
  }

  private void withdrawIfBanned(NodeId node) {
    Reason reason = book.banned().get(node);
    if (reason != null) {
      withdraw(node, reason);
    }
  }

  private void withdraw(NodeId node, Reason reason) {
    if (isAttested(node)) {
      groups.stopAttest(group, node, reason);
    }
  }

  private boolean isAttested(NodeId node) {
    return groups.attestsOut(group, self).stream().map(AttestedNode::node).anyMatch(node::equals);
  }

  private void endTestOutsideView(NodeId node) {
    if (!groups.attestations(group).contains(node)) {
      endTest(node);
    }
  }

  private void endTest(NodeId node) {
    waiting.remove(node);
    OngoingTest test = tests.remove(node);
    if (test != null) {
      test.close();
    }
  }

  private static boolean saysLeft(GroupEvent.Loss loss) {
    return loss instanceof GroupEvent.Loss.Withdrawn withdrawn
        && withdrawn.reason().code() == ReasonCode.LEFT;
  }
}
