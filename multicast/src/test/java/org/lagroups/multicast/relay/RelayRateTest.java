package org.lagroups.multicast.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.simnet.seed.Seeds;

/** How fast a file gets to the slowest receiver, from the first byte to the last. */
class RelayRateTest {

  private static final int PAYLOAD = 16 * 1024;
  private static final RelaySettings FILE = RelaySettings.usual(StreamMode.FILE, PAYLOAD + 300);

  @Test
  void reachesTheBoundWithEqualUplinks() {
    Seeds.forEach(
        1,
        20,
        seed -> assertThat(fraction(seed, 2_000, RelayLab.equal(8, 10))).isGreaterThan(0.95));
  }

  /**
   * It takes some seconds to find out what uplinks carry: half a minute of sending outweighs it.
   */
  @Test
  void reachesTheBoundWithUnequalUplinks() {
    double[] uplinks = {40, 2, 5, 10, 15, 20, 25, 30, 40};
    Seeds.forEach(1, 20, seed -> assertThat(fraction(seed, 6_000, uplinks)).isGreaterThan(0.9));
  }

  /** The source can send no more than one copy, and so cannot make up for what relays do. */
  @Test
  void reachesTheBoundWithUnequalUplinksWhenItTakesAllOfTheSources() {
    double[] uplinks = {10, 2, 5, 8, 12, 16, 24, 32, 40};
    Seeds.forEach(1, 20, seed -> assertThat(fraction(seed, 2_000, uplinks)).isGreaterThan(0.9));
  }

  @Test
  void reachesTheBoundWhenItTakesAllThatEverybodyCanSend() {
    double[] uplinks = {15, 2, 2, 3, 4, 5, 6, 8, 40};
    Seeds.forEach(1, 20, seed -> assertThat(fraction(seed, 4_000, uplinks)).isGreaterThan(0.9));
  }

  /** The part of the bound that is reached. */
  private static double fraction(long seed, long chunks, double[] uplinks) {
    RelayLab lab = new RelayLab(seed, FILE, PAYLOAD, uplinks);
    Duration took = lab.sendFile(chunks, Duration.ofMinutes(5));
    double fraction = lab.goodput(chunks, took) / lab.bound();
    return fraction;
  }
}
