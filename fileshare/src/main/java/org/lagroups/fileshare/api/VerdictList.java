package org.lagroups.fileshare.api;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Verdicts: some of those there are, the latest first, or those that a request was about. */
public record VerdictList(List<VerdictView> verdicts) {

  /** So many are listed at once. */
  public static final int MAX_LISTED = 1_000;

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
