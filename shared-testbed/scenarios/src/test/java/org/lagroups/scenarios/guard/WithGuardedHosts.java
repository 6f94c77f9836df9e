package org.lagroups.scenarios.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.netlab.Laboratories;

/** Tests each of which has two hosts of its own, and a machine between them for a guard. */
@Timeout(300)
abstract class WithGuardedHosts {

  @TempDir Path folder = Path.of("");
  private @Nullable GuardedHosts hosts;

  @BeforeEach
  final void build() throws InterruptedException, IOException {
    Laboratories.assumePossible();
    hosts = GuardedHosts.make(folder, rules());
  }

  @AfterEach
  final void remove() {
    if (hosts != null) {
      hosts.close();
    }
  }

  /** What guards go by. */
  String rules() {
    return GuardedHosts.RULES;
  }

  final GuardedHosts hosts() {
    return Objects.requireNonNull(hosts);
  }
}
