package org.lagroups.multicast.runtime.output.http;

/**
 * What players may cost.
 *
 * @param maxPlayers at once
 * @param queueBytes how much may wait for one before it is too slow
 * @param stuckMillis in a stream that is held: how long one may take nothing while others wait
 */
public record PlayerLimits(int maxPlayers, int queueBytes, long stuckMillis) {

  /** Some seconds of video for each. */
  public static final PlayerLimits DEFAULT = new PlayerLimits(32, 4 * 1024 * 1024, 30_000);

  public PlayerLimits {
    if (maxPlayers < 1 || queueBytes < 1 || stuckMillis < 1) {
      throw new IllegalArgumentException("limits are 1 or more");
    }
  }
}
