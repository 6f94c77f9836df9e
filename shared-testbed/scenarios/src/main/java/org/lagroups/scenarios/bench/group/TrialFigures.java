package org.lagroups.scenarios.bench.group;

import java.util.List;

/**
 * What came out of a {@link GroupTrial}.
 *
 * @param idleBytesPerSecond of IP packets that a member sends, in the mean of all
 * @param crashMillis from SIGKILL until all others have dropped the member, of each that was killed
 * @param silenceMillis from SIGSTOP until then
 * @param flaps members dropped, by each that dropped them, while one stood still for less time than
 *     makes it count as dead
 * @param idleFlaps the same while nothing happened
 */
public record TrialFigures(
    double idleBytesPerSecond,
    List<Double> crashMillis,
    double silenceMillis,
    long flaps,
    long idleFlaps) {

  public TrialFigures {
    crashMillis = List.copyOf(crashMillis);
  }
}
