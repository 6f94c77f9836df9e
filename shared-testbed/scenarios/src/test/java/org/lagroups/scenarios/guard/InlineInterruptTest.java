package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.netlab.Passage;

/** Ctrl-C of a guard, which gives the interfaces back. */
final class InlineInterruptTest extends WithGuardedHosts {

  private static final int LENGTH = 500;
  private static final int LONG = 100_000;

  /** Much less than a guard waits at the most for what it puts in order. */
  private static final Duration SOON = Duration.ofSeconds(5);

  @Test
  void everythingPassesThenIfItFailsOpen() throws InterruptedException {
    try (GuardChild guard = hosts().guard("--fail", "open")) {
      assertThat(hosts().datagram(4, LENGTH, true)).isEqualTo("nothing");
      assertEndsSoon(guard);
      assertThat(hosts().send(4, LONG, true)).isEqualTo("taken");
      assertThat(hosts().stream()).isEqualTo(hosts().whole(LONG, true));
    }
  }

  @Test
  void nothingPassesThenAndTheInterfacesAreFreeIfItFailsClosed()
      throws InterruptedException, IOException {
    Path events = folder.resolve("eve.json");
    try (GuardChild guard = hosts().guard("--fail", "closed", "--eve", events.toString())) {
      assertThat(hosts().datagram(4, LENGTH, true)).isEqualTo("nothing");
      assertThat(link(Passage.TO_LEFT)).contains(" promiscuity 1 ");
      assertEndsSoon(guard);
    }
    assertThat(hosts().datagram(4, LENGTH, false)).isEqualTo("nothing");
    for (String name : List.of(Passage.TO_LEFT, Passage.TO_RIGHT)) {
      assertThat(link(name)).contains(" promiscuity 0 ", "UP").doesNotContain("master");
    }
    assertThat(Files.readString(events)).endsWith("}\n").hasLineCount(1);
    try (GuardChild next = hosts().guard("--fail", "closed")) {
      assertThat(hosts().datagram(4, LENGTH, false)).isEqualTo(hosts().whole(LENGTH, false));
      assertThat(next.isAlive()).isTrue();
    }
  }

  private static void assertEndsSoon(GuardChild guard) throws InterruptedException {
    long begin = System.nanoTime();
    assertThat(guard.end("INT")).isEqualTo(Interrupts.EXIT_CODE);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
  }

  /** What the machine between says of one of its interfaces. */
  private String link(String name) throws IOException {
    List<String> command = List.of("ip", "-d", "link", "show", "dev", name);
    Process process = new ProcessBuilder(hosts().passage().insideBetween(command)).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
