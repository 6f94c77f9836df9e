package org.lagroups.wormguard.api;

import java.util.List;

/**
 * What the operator has decided for this gateway alone.
 *
 * @param trust neighbours or paths
 * @param least t: how many trusted members have to endorse a signature
 * @param isDryRun whether nothing is blocked
 * @param dryRuns signatures that block nothing and only tell
 * @param allowedSignatures signatures that do not even tell
 * @param allowedAddresses addresses that are not blocked
 * @param neverBlocked addresses that are never blocked, besides those of this node and its peers
 * @param verifier the operator's own test of signatures; empty if there is none
 */
public record LocalRulesView(
    String trust,
    int least,
    boolean isDryRun,
    List<String> dryRuns,
    List<String> allowedSignatures,
    List<String> allowedAddresses,
    List<String> neverBlocked,
    List<String> verifier) {

  public LocalRulesView {
    dryRuns = List.copyOf(dryRuns);
    allowedSignatures = List.copyOf(allowedSignatures);
    allowedAddresses = List.copyOf(allowedAddresses);
    neverBlocked = List.copyOf(neverBlocked);
    verifier = List.copyOf(verifier);
  }
}
