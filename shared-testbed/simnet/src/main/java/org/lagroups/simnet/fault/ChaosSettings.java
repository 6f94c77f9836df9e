package org.lagroups.simnet.fault;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How rough it gets.
 *
 * @param meanQuiet mean time between the beginnings of two faults
 * @param meanFault mean time until a fault is repaired
 * @param maxBrokenShare of all nodes, at most this share is down, paused or isolated at a time: 0
 *     to 1
 * @param kinds what may happen
 */
public record ChaosSettings(
    Duration meanQuiet, Duration meanFault, double maxBrokenShare, Set<FaultKind> kinds) {

  /** A fault every 20 s that lasts a minute; at most a third of the nodes; disks survive. */
  public static final ChaosSettings DEFAULT =
      new ChaosSettings(
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          1 / 3.0,
          EnumSet.complementOf(EnumSet.of(FaultKind.DISK_LOSS)));

  public ChaosSettings {
    if (kinds.isEmpty() || meanQuiet.isNegative() || meanQuiet.isZero()) {
      throw new IllegalArgumentException("chaos needs kinds of faults and time between them");
    }
    kinds = EnumSet.copyOf(kinds);
  }

  /** The same with these kinds only. */
  public ChaosSettings with(Set<FaultKind> only) {
    return new ChaosSettings(meanQuiet, meanFault, maxBrokenShare, only);
  }
}
