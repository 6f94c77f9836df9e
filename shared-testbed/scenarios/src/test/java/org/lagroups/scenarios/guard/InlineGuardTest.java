package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.control.json.Json;
import org.lagroups.scenarios.netlab.Laboratories;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;
import tools.jackson.databind.JsonNode;

@Timeout(300)
final class InlineGuardTest {

  private static final String RULES =
      """
      drop tcp any any -> any any (msg:"stands for a worm"; content:"%1$s"; sid:1;)
      drop udp any any -> any any (msg:"stands for a worm"; content:"%1$s"; sid:2;)
      """
          .formatted(TransferHost.WORM);

  private static final long START_MILLIS = 30_000;
  private static final int LONG = 6_000_000;
  private static final int SHORT = 100_000;

  /** More than the packets of this network take. */
  private static final int FRAGMENTED = 20_000;

  @TempDir private Path folder = Path.of("");
  private @Nullable Passage passage;
  private @Nullable ObedientProcess left;
  private @Nullable ObedientProcess right;
  private Path rules = Path.of("");
  private long seed = 1;

  @BeforeEach
  void build() throws InterruptedException, IOException {
    Laboratories.assumePossible();
    rules = Files.writeString(folder.resolve("worm.rules"), RULES);
    passage = Passage.make("guard");
    left = host(passage()::insideLeft);
    right = host(passage()::insideRight);
    left().awaitStarted(START_MILLIS);
    right().awaitStarted(START_MILLIS);
  }

  @AfterEach
  void remove() {
    for (AutoCloseable each : new @Nullable AutoCloseable[] {left, right, passage}) {
      if (each instanceof ObedientProcess process) {
        process.close();
      } else if (each instanceof Passage made) {
        made.close();
      }
    }
  }

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
      JsonNode stats = Json.readTree(guard.ask("guard", "stats").getBytes(StandardCharsets.UTF_8));
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
      passage().cutRight();
      Thread.sleep(300);
      assertThat(guard.isAlive()).isTrue();
      passage().mendRight();
      Thread.sleep(500);
      assertThat(send(4, LONG, false)).isEqualTo("taken");
      assertThat(stream()).isEqualTo(whole(LONG, false));
      assertThat(datagram(4, 500, true)).isEqualTo("nothing");
      // As of any Java program that SIGTERM ends.
      assertThat(guard.end()).isEqualTo(143);
    }
  }

  private GuardChild guard(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "--rules";
    all[1] = rules.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return GuardChild.start(passage(), folder.resolve("home"), all);
  }

  private String send(int version, int length, boolean hasWorm) throws InterruptedException {
    return left().ask(order("send", version, right().ask("tcp-port"), length, hasWorm));
  }

  private String stream() throws InterruptedException {
    return right().ask("stream");
  }

  private String datagram(int version, int length, boolean hasWorm) throws InterruptedException {
    left().ask(order("send-datagram", version, right().ask("udp-port"), length, hasWorm));
    return right().ask("datagram");
  }

  private String order(String verb, int version, String port, int length, boolean hasWorm) {
    seed++;
    String to = Passage.rightAddress(version);
    return "%s %s %s %d %d %s".formatted(verb, to, port, seed, length, hasWorm);
  }

  /** What the host tells that all came that was sent last. */
  private String whole(int length, boolean hasWorm) {
    return TransferHost.told(TransferHost.bytes(seed, length, hasWorm));
  }

  private static ObedientProcess host(Function<List<String>, List<String>> inside) {
    List<String> command =
        JavaCommand.of(TransferHost.class, 128).stream()
            .filter(option -> !option.contains("preferIPv4Stack"))
            .toList();
    return ObedientProcess.start(inside.apply(command));
  }

  private Passage passage() {
    return Objects.requireNonNull(passage);
  }

  private ObedientProcess left() {
    return Objects.requireNonNull(left);
  }

  private ObedientProcess right() {
    return Objects.requireNonNull(right);
  }
}
