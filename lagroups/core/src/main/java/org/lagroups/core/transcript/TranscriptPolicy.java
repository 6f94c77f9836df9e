package org.lagroups.core.transcript;

import java.util.Optional;
import java.util.Set;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * What somebody asks of a transcript.
 *
 * @param leastSigners k: how many have to sign, 1 to {@link Transcript#MAX_SIGNERS}
 * @param leastTrusted t: how many of them have to be trusted, 0 to k
 * @param trusted whom the verifier trusts
 * @param group the group that it has to be of, if that matters
 * @param attestee the member that it has to be about, if that matters
 * @param clockSkewMillis by how much the signers' clocks may be off, 0 to {@link
 *     #MAX_CLOCK_SKEW_MILLIS}
 * @param longestValidityMillis how far ahead the expiry may lie, above 0: beyond that it would have
 *     been signed in the future
 */
public record TranscriptPolicy(
    int leastSigners,
    int leastTrusted,
    Set<NodeId> trusted,
    Optional<GroupId> group,
    Optional<NodeId> attestee,
    long clockSkewMillis,
    long longestValidityMillis) {

  /** The clock skew unless told otherwise, in milliseconds. */
  public static final long DEFAULT_CLOCK_SKEW_MILLIS = 5_000;

  /** The greatest clock skew that can be allowed for, in milliseconds: a day. */
  public static final long MAX_CLOCK_SKEW_MILLIS = 86_400_000;

  /** Copies {@code trusted}. */
  public TranscriptPolicy {
    trusted = Set.copyOf(trusted);
    if (leastSigners < 1 || leastSigners > Transcript.MAX_SIGNERS) {
      throw new IllegalArgumentException("k is 1 to 64, not " + leastSigners);
    }
    if (leastTrusted < 0 || leastTrusted > leastSigners) {
      throw new IllegalArgumentException(
          "t is 0 to k, which is %d, not %d".formatted(leastSigners, leastTrusted));
    }
    if (clockSkewMillis < 0 || clockSkewMillis > MAX_CLOCK_SKEW_MILLIS) {
      throw new IllegalArgumentException(
          "a skew is 0 to a day, not %d ms".formatted(clockSkewMillis));
    }
    if (longestValidityMillis <= 0) {
      throw new IllegalArgumentException("a validity is above 0 ms, not " + longestValidityMillis);
    }
  }

  /** At least k signers, whoever they are, whatever group and member it is about. */
  public static TranscriptPolicy ofSigners(int leastSigners) {
    return new TranscriptPolicy(
        leastSigners,
        0,
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        DEFAULT_CLOCK_SKEW_MILLIS,
        GroupSettings.MAX_VALIDITY_MILLIS);
  }

  /** The same, if besides at least t of these sign. */
  public TranscriptPolicy withTrusted(int least, Set<NodeId> nodes) {
    return new TranscriptPolicy(
        leastSigners, least, nodes, group, attestee, clockSkewMillis, longestValidityMillis);
  }

  /** The same, if besides it is about this member of this group. */
  public TranscriptPolicy about(GroupId expectedGroup, NodeId expectedAttestee) {
    return new TranscriptPolicy(
        leastSigners,
        leastTrusted,
        trusted,
        Optional.of(expectedGroup),
        Optional.of(expectedAttestee),
        clockSkewMillis,
        longestValidityMillis);
  }

  /**
   * The same, if clocks differ by at most this, and nothing is signed for longer than that.
   *
   * @param skewMillis 0 or more
   * @param validityMillis above 0
   */
  public TranscriptPolicy within(long skewMillis, long validityMillis) {
    return new TranscriptPolicy(
        leastSigners, leastTrusted, trusted, group, attestee, skewMillis, validityMillis);
  }
}
