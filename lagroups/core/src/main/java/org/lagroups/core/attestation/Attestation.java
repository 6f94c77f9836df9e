package org.lagroups.core.attestation;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * One node's word for another: "{@code attester} vouches that {@code attestee} behaves correctly,
 * by this application's own test" (paper, section 2.1). An edge of the attestation graph.
 *
 * @param expiryMillis wall-clock time at which it ends, in milliseconds since 1970-01-01 UTC
 */
public record Attestation(
    GroupId group, NodeId attester, NodeId attestee, LinkInfo info, long expiryMillis) {

  public Attestation {
    if (attester.equals(attestee)) {
      throw new IllegalArgumentException("nobody attests to itself");
    }
  }
}
