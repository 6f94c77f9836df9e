package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class InlineGuardTest extends WithGuardedHosts {

  private static final int LONG = 6_000_000;
  private static final int SHORT = 100_000;

  /** More than the packets of this network take. */
  private static final int FRAGMENTED = 20_000;

  @Test
  void letsAllThroughButTheWormAndNothingOnceItIsKilled() throws InterruptedException, IOException {
    Path events = folder.resolve("eve.json");
    try (GuardChild guard = guard("--fail", "closed", "--eve", events.toString())) {
      for (int version : List.of(4, 6)) {
        assertThat(send(version, LONG, false)).as("IPv%d", version).isEqualTo("taken");
        assertThat(stream()).isEqualTo(whole(LONG, false));
        assertThat(send(version, SHORT, true)).as("IPv%d", version).isEqualTo("late");
        assertThat(stream()).endsWith("false").isNotEqualTo(whole(SHORT, true));
        for (int length : List.of(500, FRAGMENTED)) {
          assertThat(datagram(version, length, false)).isEqualTo(whole(length, false));
          assertThat(datagram(version, length, true)).isEqualTo("nothing");
        }
      }
      JsonNode stats = GuardedHosts.stats(guard);
      // The streams once each, the datagrams twice: whole and in fragments, of either version.
      assertThat(stats.get("alerts").asInt()).isEqualTo(6);
      assertThat(Files.readAllLines(events))
          .hasSize(6)
          .allMatch(line -> line.contains("\"action\":\"blocked\""));
      guard.kill();
      assertThat(send(4, SHORT, false)).isEqualTo("late");
    }
  }

  @Test
  void letsEverythingThroughOnceItIsKilledIfItFailsOpen() throws InterruptedException {
    try (GuardChild guard = guard("--fail", "open", "--user", "nobody")) {
      assertThat(send(4, LONG, false)).isEqualTo("taken");
      assertThat(stream()).isEqualTo(whole(LONG, false));
      assertThat(datagram(4, FRAGMENTED, true)).isEqualTo("nothing");
      guard.kill();
      assertThat(send(4, SHORT, true)).isEqualTo("taken");
      assertThat(stream()).isEqualTo(whole(SHORT, true));
    }
    try (GuardChild again = guard("--fail", "open")) {
      assertThat(datagram(4, 500, true)).isEqualTo("nothing");
      assertThat(datagram(4, 500, false)).isEqualTo(whole(500, false));
      assertThat(again.isAlive()).isTrue();
    }
    try (GuardChild closed = guard("--fail", "closed")) {
      assertThat(datagram(4, 500, false)).isEqualTo(whole(500, false));
      closed.end();
      assertThat(datagram(4, 500, false)).isEqualTo("nothing");
    }
  }

  @Test
  void goesOnWithAnInterfaceThatWasGoneAndHasNoRightsLeft()
      throws InterruptedException, IOException {
    try (GuardChild guard = guard("--fail", "closed", "--user", "nobody")) {
      assertThat(Files.readAllLines(Path.of("/proc/" + guard.processId() + "/status")))
          .contains("CapEff:\t0000000000000000", "CapPrm:\t0000000000000000");
      assertThat(datagram(4, 500, false)).isEqualTo(whole(500, false));
      hosts().passage().cutRight();
      Thread.sleep(300);
      assertThat(guard.isAlive()).isTrue();
      hosts().passage().mendRight();
      Thread.sleep(500);
      assertThat(send(4, LONG, false)).isEqualTo("taken");
      assertThat(stream()).isEqualTo(whole(LONG, false));
      assertThat(datagram(4, 500, true)).isEqualTo("nothing");
      // As of any Java program that SIGTERM ends.
      assertThat(guard.end()).isEqualTo(143);
    }
  }

  private GuardChild guard(String... options) {
    return hosts().guard(options);
  }

  private String send(int version, int length, boolean hasWorm) throws InterruptedException {
    return hosts().send(version, length, hasWorm);
  }

  private String stream() throws InterruptedException {
    return hosts().stream();
  }

  private String datagram(int version, int length, boolean hasWorm) throws InterruptedException {
    return hosts().datagram(version, length, hasWorm);
  }

  private String whole(int length, boolean hasWorm) {
    return hosts().whole(length, hasWorm);
  }
}
