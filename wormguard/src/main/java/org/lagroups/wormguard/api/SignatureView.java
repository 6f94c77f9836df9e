package org.lagroups.wormguard.api;

import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A signature as this gateway knows it.
 *
 * @param phase learned, offered, endorsed, enforced, lapsed, doubted or refuted
 * @param needed how many trusted members have to endorse it
 * @param trusted how many do
 * @param untilMillis if it is enforced: from when on it is not unless somebody endorses it anew; 0
 *     otherwise
 * @param isDryRun whether it would block nothing
 * @param judgement what this gateway makes of it: open, undecided (its tests could not be made
 *     yet), endorsed, endorsed by operator, doubted, refuted
 * @param detail why, if it is not endorsed; a stranger's text at times
 * @param undecidedSinceMillis if its tests could not be made: since when; otherwise 0
 */
public record SignatureView(
    GroupId group,
    String id,
    NodeId origin,
    String phase,
    int needed,
    int trusted,
    long untilMillis,
    boolean isDryRun,
    String judgement,
    String detail,
    long undecidedSinceMillis,
    String rule,
    String evidence,
    int evidenceBytes,
    long issuedMillis,
    long expiresMillis,
    List<Endorser> endorsers,
    List<Refuter> refuters) {

  public SignatureView {
    endorsers = List.copyOf(endorsers);
    refuters = List.copyOf(refuters);
  }

  /** A member that endorses it, whether its word counts here, and until when it holds. */
  public record Endorser(NodeId node, boolean isTrusted, long untilMillis) {}

  /** A member that says it is bad, why, and until when that holds. */
  public record Refuter(NodeId node, String fault, String detail, long untilMillis) {}
}
