package org.lagroups.desktop.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;
import org.lagroups.node.cli.Lag;

@Tag("network")
class GuardRunTest {

  private final MadeUpWorm worm = new MadeUpWorm();

  @Test
  void seesASignatureEnforcedTriesItOutAndSaysThatItIsBad(@TempDir Path folder) throws IOException {
    try (WindowRun run = new WindowRun(folder)) {
      run.befriend("Bob");
      worm.giveOrdinaryTraffic(run, "Alice");
      worm.giveOrdinaryTraffic(run, "Bob");
      run.go(Place.GUARD);
      run.press("guard-trust");
      Fx.await("t may be said", () -> run.find("guard-trust-least") instanceof Spinner<?>);
      Fx.run(
          () -> ((Spinner<?>) Objects.requireNonNull(run.find("guard-trust-least"))).decrement(9));
      run.press("guard-trust-do");
      run.awaitText("guard-trust-now", "while 1 members");
      worm.offer(run, "Bob", folder);
      run.awaitText("guard-title", "made for a test");
      run.awaitText("guard-state", "Enforced");
      run.screenshot("guard-enforced");
      run.press("guard-dry-run");
      run.awaitText("guard-state", "only tried out");
      run.press("guard-withdraw");
      run.type("guard-refute-reason", "it is the backup");
      run.press("guard-refute-do");
      run.awaitText("guard-state", "Refuted");
      run.screenshot("guard-refuted");
    }
  }

  @Test
  void hearsAlertsOfTheGatewayOfTheHome(@TempDir Path folder) throws Exception {
    assumeThat(System.getProperty("user.name")).as("who watches an interface").isEqualTo("root");
    Path rules = Files.writeString(folder.resolve("own.rules"), MadeUpWorm.RULE + "\n");
    try (WindowRun run = new WindowRun(folder)) {
      run.go(Place.GUARD);
      Fx.run(() ->
          ((TabPane) Objects.requireNonNull(run.find("guard-tabs"))).getSelectionModel().select(1));
      run.awaitText("guard-none", "no gateway runs");
      Process gateway = gateway(run, rules);
      try {
        run.awaitText("guard-doing", "One rule");
        Fx.awaitHere("an alert has come", () -> send() && Fx.ask(() -> alerts(run)) > 0);
        run.screenshot("guard-alerts");
        Fx.run(() ->
            ((TableView<?>) Objects.requireNonNull(run.find("guard-alerts")))
                .getSelectionModel()
                .select(0));
        run.press("guard-why");
        Fx.await("it says why", () -> run.find("guard-why-lines") != null);
      } finally {
        gateway.destroy();
        assertThat(gateway.waitFor()).isEqualTo(143);
      }
      run.awaitText("guard-none", "no gateway runs");
    }
  }

  /** A gateway of the window's own home, which watches the loopback interface. */
  static Process gateway(WindowRun run, Path rules) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            Lag.class.getName(),
            "--home",
            run.home(WindowRun.OWN).state().toString(),
            "guard",
            "run",
            "--mode",
            "observe",
            "--in",
            "lo",
            "-k",
            "none",
            "--rules",
            rules.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A packet that the rule is for. */
  static boolean send() {
    byte[] datagram = ("a " + MadeUpWorm.CONTENT).getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              datagram, datagram.length, InetAddress.getLoopbackAddress(), MadeUpWorm.PORT));
      return true;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int alerts(WindowRun run) {
    return run.find("guard-alerts") instanceof TableView<?> table ? table.getItems().size() : 0;
  }
}
