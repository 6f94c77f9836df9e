package org.lagroups.core.monitor.vote;

import java.time.Duration;

/**
 * When a vote decides.
 *
 * @param quorum with fewer answers than this nothing is decided, {@link #MIN_QUORUM} to {@link
 *     #MAX_VOTERS}. To withstand f liars that agree with each other, 2f + 1
 * @param maxOpen the most questions open at once, 1 to {@link #MAX_OPEN}
 * @param patience after this a question is decided by the answers that came, {@link #MIN_PATIENCE}
 *     to {@link #MAX_PATIENCE}
 */
public record VotingSettings(int quorum, int maxOpen, Duration patience) {

  /** Two answers can differ, but not outvote each other. */
  public static final int MIN_QUORUM = 3;

  /** The most nodes asked one question. */
  public static final int MAX_VOTERS = 64;

  /** The most questions open at once. */
  public static final int MAX_OPEN = 1_024;

  /** The shortest patience. */
  public static final Duration MIN_PATIENCE = Duration.ofMillis(10);

  /** The longest patience. */
  public static final Duration MAX_PATIENCE = Duration.ofHours(1);

  /** Three answers, 64 questions, ten seconds. */
  public static final VotingSettings DEFAULT = new VotingSettings(3, 64, Duration.ofSeconds(10));

  public VotingSettings {
    if (quorum < MIN_QUORUM || quorum > MAX_VOTERS) {
      throw new IllegalArgumentException("a quorum is 3 to 64 answers, not " + quorum);
    }
    if (maxOpen < 1 || maxOpen > MAX_OPEN) {
      throw new IllegalArgumentException("1 to 1024 questions are open, not " + maxOpen);
    }
    if (patience.compareTo(MIN_PATIENCE) < 0 || patience.compareTo(MAX_PATIENCE) > 0) {
      throw new IllegalArgumentException("patience lasts 10 ms to 1 h, not " + patience);
    }
  }
}
