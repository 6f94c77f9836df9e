package org.lagroups.desktop.people;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.desktop.link.Samples;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.GroupView.AttestationView;
import org.lagroups.node.control.api.GroupView.BanView;
import org.lagroups.node.control.api.GroupView.MemberView;
import org.lagroups.node.control.api.GroupView.TestView;
import org.lagroups.node.control.api.GroupView.TestedView;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.api.RobustView;
import org.lagroups.node.control.api.RobustView.RobustNode;

/** What a node tells of its groups, for tests. */
public final class GroupSamples {

  public static final String PATH = "GET /v1/groups/" + Samples.group(1);

  private GroupSamples() {}

  /** One group. */
  public static GroupList list() {
    RobustView none = new RobustView(RobustRule.NONE, "none", 0, null, 0, List.of());
    return new GroupList(
        List.of(new GroupSummary(Samples.group(1), 4, 2, 60_000, none.summary(), "")));
  }

  /**
   * Alice (1, this node), Bob and Carol vouch for each other; Dave (4) is vouched for by Carol only
   * and fails Alice's tests; node 9 is banned and no member.
   */
  static GroupView view(String nameOfBob) {
    List<AttestationView> edges = new ArrayList<>();
    for (int from = 1; from <= 3; from++) {
      for (int to = 1; to <= 3; to++) {
        if (from != to) {
          edges.add(edge(from, to));
        }
      }
    }
    edges.add(edge(3, 4));
    return view(
        List.of(member(1, "Alice"), member(2, nameOfBob), member(3, "Carol"), member(4, "Dave")),
        edges);
  }

  /** A group of so many, in which each vouches for the next {@code degree}. */
  public static GroupView ring(int members, int degree) {
    List<MemberView> all = new ArrayList<>();
    List<AttestationView> edges = new ArrayList<>();
    for (int i = 1; i <= members; i++) {
      all.add(member(i, "Member " + i));
      for (int next = 1; next <= degree; next++) {
        edges.add(edge(i, (i + next - 1) % members + 1));
      }
    }
    return view(all, edges);
  }

  private static GroupView view(List<MemberView> members, List<AttestationView> edges) {
    ReasonInfo slow = new ReasonInfo("too-slow", "2,000 ms");
    return new GroupView(
        Samples.group(1),
        Samples.id(1),
        GroupSettings.DEFAULT,
        members,
        edges,
        new RobustView(
            new RobustRule.Static(2),
            "static",
            0,
            null,
            2,
            List.of(
                new RobustNode(Samples.id(1), true, true, 2, 2),
                new RobustNode(Samples.id(2), true, false, 2, 2),
                new RobustNode(Samples.id(4), false, false, 1, 0))),
        List.of(
            new TestedView(
                Samples.id(4), "fail", slow, List.of(new TestView("latency", "fail", slow)))),
        List.of(new BanView(Samples.id(9), new ReasonInfo("bad-content", "a\u202evirus\n"))),
        List.of());
  }

  private static MemberView member(int number, String name) {
    return new MemberView(Samples.id(number), name, List.of(), number < 4, "pass");
  }

  private static AttestationView edge(int from, int to) {
    return new AttestationView(
        Samples.id(from), Samples.id(to), 15_000L * from, null, null, null, null, null);
  }
}
