package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.netlab.Passage;
import tools.jackson.databind.JsonNode;

/**
 * More frames than a guard can judge. It stands still while they come, as it would where other
 * programs have the processor: so it is the room for what waits that overflows, on any machine.
 */
final class InlineOverloadTest extends WithGuardedHosts {

  /** Twice and more what there is room for. */
  private static final int FLOOD = 60_000;

  private static final int LENGTH = 200;

  /** The guard may get no processor in the moment in which frames would pass unjudged. */
  private static final int MOST_TRIES = 5;

  /** Longer than frames pass unjudged, and much less than the watchdog's patience. */
  private static final int AFTERWARDS_MILLIS = 1_000;

  @Test
  void framesPassUnjudgedAndAreCountedUntilJudgingComesBackIfItFailsOpen()
      throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "open", "--most-share", "100")) {
      assertThat(hosts().datagram(4, LENGTH, true)).isEqualTo("nothing");
      int worms = worms(overload(guard));
      for (int again = 1; worms == 0 && again < MOST_TRIES; again++) {
        worms = worms(overload(guard));
      }
      assertThat(worms).as("passed unjudged").isPositive();
      JsonNode bridge = GuardedHosts.stats(guard).path("bridge");
      assertThat(bridge.path("lost").asLong()).as("%s", bridge).isPositive();
      assertThat(bridge.path("unjudged").asLong()).as("%s", bridge).isPositive();
      assertThat(bridge.path("overloads").asLong()).isPositive();
      assertThat(bridge.path("faults").asLong()).isZero();
      assertJudges(guard);
    }
  }

  @Test
  void nothingPassesUnjudgedIfItFailsClosed() throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "closed", "--most-share", "100")) {
      assertThat(hosts().datagram(4, LENGTH, true)).isEqualTo("nothing");
      assertThat(overload(guard)).isEqualTo("0 0");
      JsonNode bridge = GuardedHosts.stats(guard).path("bridge");
      assertThat(bridge.path("lost").asLong()).as("%s", bridge).isPositive();
      assertThat(bridge.path("overloads").asLong()).isPositive();
      assertThat(bridge.path("unjudged").asLong()).isZero();
      assertJudges(guard);
    }
  }

  /** What the right host has got of a flood of worms, and how many worms these are. */
  private String overload(GuardChild guard) throws InterruptedException {
    String port = hosts().right().ask("udp-port");
    guard.send("STOP");
    hosts()
        .left()
        .ask(
            "flood %s %s 1 %d true %d".formatted(Passage.rightAddress(4), port, LENGTH, FLOOD),
            60_000);
    guard.send("CONT");
    String came = hosts().right().ask("datagrams", 60_000);
    Thread.sleep(AFTERWARDS_MILLIS);
    return came;
  }

  private void assertJudges(GuardChild guard) throws InterruptedException {
    long unjudged = GuardedHosts.stats(guard).at("/bridge/unjudged").asLong();
    for (int version : new int[] {4, 6}) {
      assertThat(hosts().datagram(version, LENGTH, true)).isEqualTo("nothing");
      assertThat(hosts().datagram(version, LENGTH, false)).isEqualTo(hosts().whole(LENGTH, false));
    }
    assertThat(GuardedHosts.stats(guard).at("/bridge/unjudged").asLong()).isEqualTo(unjudged);
    assertThat(guard.isAlive()).isTrue();
  }

  private static int worms(String came) {
    return Integer.parseInt(came.split(" ", -1)[1]);
  }
}
