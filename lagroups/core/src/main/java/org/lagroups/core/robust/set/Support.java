package org.lagroups.core.robust.set;

/**
 * By how many attestations a node is tied to the robust members other than itself.
 *
 * @param attesters how many of them attest to it
 * @param attestees to how many of them it attests
 */
public record Support(int attesters, int attestees) {

  /** Whether both are enough. */
  public boolean reaches(int threshold) {
    return attesters >= threshold && attestees >= threshold;
  }
}
