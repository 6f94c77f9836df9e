package org.lagroups.scenarios.bench.group.trial;

import java.util.List;

/**
 * How a group of one library takes it when members die, stand still and fall silent.
 *
 * @param crashMillis from SIGKILL until all others have dropped the member, of each that was killed
 * @param silenceMillis from SIGSTOP until then
 * @param flaps members dropped, by each that dropped them, while one stood still for less time than
 *     makes it count as dead
 */
public record CrashFigures(List<Double> crashMillis, double silenceMillis, long flaps) {

  public CrashFigures {
    crashMillis = List.copyOf(crashMillis);
  }
}
