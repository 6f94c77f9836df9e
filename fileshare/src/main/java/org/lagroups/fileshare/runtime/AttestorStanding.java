package org.lagroups.fileshare.runtime;

import java.util.List;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.fileshare.verdict.Standing;
import org.lagroups.fileshare.verdict.Verdict;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Withdraws attestations by banning their attestees. In a group that was left, does nothing. */
final class AttestorStanding implements Standing {

  private final LaGroups groups;
  private final Attestor attestor;

  AttestorStanding(LaGroups groups, Attestor attestor) {
    this.groups = groups;
    this.attestor = attestor;
  }

  @Override
  public void withdraw(GroupId group, NodeId node, Reason reason) {
    if (groups.groups().contains(group)) {
      attestor.ban(group, node, reason);
    }
  }

  @Override
  public void restore(GroupId group, NodeId node) {
    if (groups.groups().contains(group)) {
      attestor.unban(group, node);
    }
  }

  /** A crash may have come between a verdict and what follows from it. */
  void catchUp(List<Verdict> verdicts) {
    for (Verdict verdict : verdicts) {
      if (!verdict.good()
          && groups.groups().contains(verdict.group())
          && !attestor.banned(verdict.group()).containsKey(verdict.publisher())) {
        Reason reason = new Reason(ReasonCode.BAD_CONTENT, verdict.reason());
        attestor.ban(verdict.group(), verdict.publisher(), reason);
      }
    }
  }
}
