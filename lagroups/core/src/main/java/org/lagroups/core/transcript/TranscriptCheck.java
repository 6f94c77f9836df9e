package org.lagroups.core.transcript;

import java.util.List;

/**
 * What a verifier found.
 *
 * @param signers how many different nodes sign
 * @param trusted how many of them are trusted
 * @param flaws all that is wrong; none if the transcript meets the policy
 */
public record TranscriptCheck(int signers, int trusted, List<Flaw> flaws) {

  /** Copies {@code flaws}. */
  public TranscriptCheck {
    flaws = List.copyOf(flaws);
  }

  /** Whether the transcript meets the policy. */
  public boolean isValid() {
    return flaws.isEmpty();
  }
}
