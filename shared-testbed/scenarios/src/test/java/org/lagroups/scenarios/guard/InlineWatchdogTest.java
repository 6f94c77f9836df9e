package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A guard whose thread at the interfaces hangs, while its process lives. */
final class InlineWatchdogTest extends WithGuardedHosts {

  private static final int LENGTH = 500;
  private static final int FAILED = 1;

  @Test
  void endsItselfAndEverythingPassesIfItFailsOpen() throws Exception {
    try (GuardChild guard = hosts().guard("--fail", "open")) {
      hang(guard);
      assertThat(guard.awaitEnd()).isEqualTo(FAILED);
      assertThat(hosts().datagram(4, LENGTH, true)).isEqualTo(hosts().whole(LENGTH, true));
    }
  }

  @Test
  void endsItselfAndNothingPassesIfItFailsClosed() throws Exception {
    try (GuardChild guard = hosts().guard("--fail", "closed")) {
      hang(guard);
      assertThat(guard.awaitEnd()).isEqualTo(FAILED);
      assertThat(hosts().datagram(4, LENGTH, false)).isEqualTo("nothing");
    }
  }

  /** Until the watchdog ends it, nothing passes, as it fails to: neither judged nor unjudged. */
  private void hang(GuardChild guard) throws Exception {
    assertThat(hosts().datagram(4, LENGTH, false)).isEqualTo(hosts().whole(LENGTH, false));
    StalledThread.mainOf(guard.processId());
    assertThat(hosts().datagram(4, LENGTH, false)).isEqualTo("nothing");
    assertThat(guard.isAlive()).isTrue();
  }
}
