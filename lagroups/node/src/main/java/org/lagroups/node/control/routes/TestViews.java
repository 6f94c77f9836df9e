package org.lagroups.node.control.routes;

import java.util.Map;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView.TestView;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.runtime.monitor.MemberTests;

/** What tests say, in the words of the control API. */
final class TestViews {

  private TestViews() {}

  /** A node under test. */
  static TestedView of(NodeId node, Verdict verdict, MemberTests tests, GroupId group) {
    return new TestedView(
        node,
        word(verdict),
        reason(verdict),
        tests.verdicts(group, node).entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(one -> view(one.getKey(), one.getValue()))
            .toList());
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> "pass";
      case Verdict.Fail _ -> "fail";
      case Verdict.Pending _ -> "pending";
    };
  }

  private static TestView view(TestKind kind, Verdict verdict) {
    return new TestView(kind.word(), word(verdict), reason(verdict));
  }

  private static ReasonInfo reason(Verdict verdict) {
    return verdict instanceof Verdict.Fail fail ? ReasonInfo.of(fail.reason()) : ReasonInfo.NONE;
  }
}
