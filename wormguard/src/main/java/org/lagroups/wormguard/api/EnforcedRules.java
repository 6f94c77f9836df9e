package org.lagroups.wormguard.api;

import java.util.List;
import org.lagroups.machine.GroupId;

/**
 * What a gateway has to know of what is enforced at its node.
 *
 * @param signatures that enough trusted members endorse, without those that the operator allows
 * @param isDryRun whether nothing is blocked at all
 * @param neverBlock addresses, networks and ranges: those never blocked, of the operator's lists,
 *     of this node and of its peers
 */
public record EnforcedRules(List<Enforced> signatures, boolean isDryRun, List<String> neverBlock) {

  /** Where the control API answers this. */
  public static final String PATH = "/v1/guard/enforced";

  public EnforcedRules {
    signatures = List.copyOf(signatures);
    neverBlock = List.copyOf(neverBlock);
  }

  /**
   * One signature.
   *
   * @param group whose members vouch for it
   * @param id in hexadecimal
   * @param rule the text
   * @param isDryRun whether it only tells what it would block
   * @param untilMillis not enforced from this moment on, unless a later answer says otherwise: when
   *     fewer than enough endorsements are left; wall-clock milliseconds since 1970
   */
  public record Enforced(
      GroupId group, String id, String rule, boolean isDryRun, long untilMillis) {}
}
