package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.netlab.Laboratories;

/** A guard whose thread at the interfaces hangs, while its process lives. */
@Timeout(300)
final class InlineWatchdogTest {

  private static final int LENGTH = 500;
  private static final int FAILED = 1;

  @TempDir private Path folder = Path.of("");
  private @Nullable GuardedHosts hosts;

  @BeforeEach
  void build() throws Exception {
    Laboratories.assumePossible();
    hosts = GuardedHosts.make(folder, GuardedHosts.RULES);
  }

  @AfterEach
  void remove() {
    if (hosts != null) {
      hosts.close();
    }
  }

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

  private GuardedHosts hosts() {
    return Objects.requireNonNull(hosts);
  }
}
