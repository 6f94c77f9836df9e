package org.lagroups.fileshare.api;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Verdicts: all there are, or those that a request was about. */
public record VerdictList(List<VerdictView> verdicts) {

  public VerdictList {
    verdicts = List.copyOf(verdicts);
  }

  /** One verdict. */
  public record VerdictView(
      GroupId group,
      NodeId publisher,
      String root,
      boolean good,
      String reason,
      long decidedMillis) {}
}
