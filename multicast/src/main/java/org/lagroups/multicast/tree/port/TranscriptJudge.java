package org.lagroups.multicast.tree.port;

import java.util.Set;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Tells proofs of membership from other transcripts, without asking anybody. */
@FunctionalInterface
public interface TranscriptJudge {

  /**
   * Whether at least {@code least} of the group's known members vouch for a member now.
   *
   * @param known who may vouch; the word of others counts for nothing
   */
  boolean proves(
      Transcript transcript,
      GroupId group,
      NodeId member,
      Set<NodeId> known,
      int least,
      long wallMillis);

  /**
   * One that checks signatures.
   *
   * @param validityMillis T_a of the stream's groups: what is signed for longer is refused
   */
  static TranscriptJudge verifying(TranscriptVerifier verifier, long validityMillis) {
    return (transcript, group, member, known, least, wallMillis) ->
        verifier
            .verify(
                transcript,
                TranscriptPolicy.ofSigners(least)
                    .withTrusted(least, known)
                    .about(group, member)
                    .within(TranscriptPolicy.DEFAULT_CLOCK_SKEW_MILLIS, validityMillis),
                wallMillis)
            .isValid();
  }
}
