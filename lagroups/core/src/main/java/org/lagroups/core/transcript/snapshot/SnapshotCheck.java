package org.lagroups.core.transcript.snapshot;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.machine.NodeId;

/**
 * What a verifier found.
 *
 * @param members what it found out about each member that is endorsed
 */
public record SnapshotCheck(SortedMap<NodeId, TranscriptCheck> members) {

  /** Copies {@code members}. */
  public SnapshotCheck {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /** Whether every member's transcript meets the policy. */
  public boolean isValid() {
    return members.values().stream().allMatch(TranscriptCheck::isValid);
  }
}
