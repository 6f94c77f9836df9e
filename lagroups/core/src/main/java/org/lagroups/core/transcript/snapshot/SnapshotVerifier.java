package org.lagroups.core.transcript.snapshot;

import java.util.TreeMap;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.NodeId;

/**
 * Checks snapshots, without asking anybody: one pairing check for each member, and one for each
 * signer whose key was not seen before. Members are mostly endorsed by the same others, so their
 * keys' sums differ by a few additions. Never throws, whatever the snapshot.
 *
 * <p>For one thread, that of its key ring.
 */
public final class SnapshotVerifier {

  private final TranscriptVerifier verifier;

  public SnapshotVerifier(KeyRing ring) {
    this.verifier = new TranscriptVerifier(ring);
  }

  /**
   * All that is wrong.
   *
   * @param policy what is asked of each member's transcript
   * @param nowMillis the verifier's wall clock, milliseconds since 1970-01-01 UTC
   */
  public SnapshotCheck verify(Snapshot snapshot, TranscriptPolicy policy, long nowMillis) {
    TreeMap<NodeId, TranscriptCheck> members = new TreeMap<>();
    for (Transcript transcript : snapshot.transcripts()) {
      members.put(
          transcript.endorsement().attestee(), verifier.verify(transcript, policy, nowMillis));
    }
    return new SnapshotCheck(members);
  }
}
