package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.netlab.Laboratories;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

@Timeout(300)
final class NftGuardTest {

  private static final long START_MILLIS = 60_000;
  private static final String RULE =
      "drop udp any any -> any any (msg:\"stands for a worm\"; content:\"%s\"; sid:1;)\n"
          .formatted(TransferHost.WORM);

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsAnInfectedHostFromThatPortAsLongAsItRunsAndHasTheRule()
      throws InterruptedException, IOException {
    Laboratories.assumePossible();
    // The guard reads it again when it has no rights any more.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path rules = Files.writeString(folder.resolve("worm.rules"), RULE);
    List<String> options =
        List.of(
            "--mode",
            "nft",
            "--in",
            Passage.OUTWARD,
            "--rules",
            rules.toString(),
            "-k",
            "none",
            "--user",
            "nobody");
    try (Passage passage = Passage.make("nft");
        ObedientProcess left = host(passage.insideLeft(command()));
        ObedientProcess right = host(passage.insideRight(command()));
        GuardChild guard =
            GuardChild.start(passage::insideRight, folder.resolve("home"), options)) {
      passage.bridge();
      left.awaitStarted(START_MILLIS);
      right.awaitStarted(START_MILLIS);
      for (int version : List.of(4, 6)) {
        assertThat(datagram(left, right, version, false)).isNotEqualTo("nothing");
        // What is seen has passed.
        assertThat(datagram(left, right, version, true)).endsWith("true");
        await("it is blocked", () -> !passes(left, right, version, false));
        String other =
            "send %s %s 1 100 false"
                .formatted(Passage.rightAddress(version), right.ask("tcp-port"));
        assertThat(left.ask(other)).isEqualTo("taken");
      }
      assertThat(datagram(left, right, 4, false)).isEqualTo("nothing");
      Files.writeString(rules, RULE.replace(TransferHost.WORM, "no worm of these"));
      guard.send("HUP");
      await("the rule is gone", () -> passes(left, right, 4, false));
      Files.writeString(rules, RULE);
      guard.send("HUP");
      await(
          "the rule is there again",
          () -> {
            passes(left, right, 4, true);
            return !passes(left, right, 4, false);
          });
      guard.kill();
      await("nobody blocks any more", () -> passes(left, right, 4, false));
    }
  }

  private static boolean passes(
      ObedientProcess left, ObedientProcess right, int version, boolean hasWorm) {
    try {
      return !datagram(left, right, version, hasWorm).equals("nothing");
    } catch (InterruptedException e) {
      throw new CancellationException("interrupted");
    }
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waiting until %s", what).isBefore(end);
      Thread.sleep(100);
    }
  }

  private static String datagram(
      ObedientProcess left, ObedientProcess right, int version, boolean hasWorm)
      throws InterruptedException {
    left.ask(
        "send-datagram %s %s 1 200 %s"
            .formatted(Passage.rightAddress(version), right.ask("udp-port"), hasWorm));
    return right.ask("datagram");
  }

  private static List<String> command() {
    return JavaCommand.of(TransferHost.class, 128).stream()
        .filter(option -> !option.contains("preferIPv4Stack"))
        .toList();
  }

  private static ObedientProcess host(List<String> command) {
    return ObedientProcess.start(command);
  }
}
