package org.lagroups.fileshare.verdict;

import java.nio.charset.StandardCharsets;
import org.lagroups.core.attestation.Reason;
import org.lagroups.fileshare.merkle.MerkleRoot;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A person's word on what a publisher published.
 *
 * @param good whether it was what it claimed to be
 * @param reason the person's own words, at most {@link #MAX_REASON_BYTES} in UTF-8, may be empty;
 *     for a bad file all members get to read it
 * @param decidedMillis wall-clock milliseconds since 1970-01-01 UTC
 */
public record Verdict(
    GroupId group,
    NodeId publisher,
    MerkleRoot root,
    boolean good,
    String reason,
    long decidedMillis) {

  /** The longest reason in bytes of UTF-8. */
  public static final int MAX_REASON_BYTES = Reason.MAX_DETAIL_BYTES;

  public Verdict {
    if (reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
      throw new IllegalArgumentException("a reason has at most 200 bytes; say it in fewer words");
    }
  }
}
