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
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.scene.control.Spinner;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.desktop.Fx;
import org.lagroups.desktop.screen.Place;
import org.lagroups.machine.Bytes;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.api.BenignPayload;
import org.lagroups.wormguard.api.BenignView;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;

@Tag("network")
class GuardRunTest {

  private static final String WORM = "inert-bytes-that-stand-for-a-worm";
  private static final int PORT = 7_777;
  private static final String RULE =
      "drop udp any any -> any %d (msg:\"made for a test\"; content:\"%s\"; sid:1000001; rev:1;)"
          .formatted(PORT, WORM);
  private static final int SAMPLES = 32;
  private static final int ORDINARY = 10;

  private final Random random = new Random(5);

  @Test
  void seesASignatureEnforcedTriesItOutAndSaysThatItIsBad(@TempDir Path folder) throws IOException {
    try (WindowRun run = new WindowRun(folder)) {
      run.befriend("Bob");
      giveOrdinaryTraffic(run, "Alice");
      giveOrdinaryTraffic(run, "Bob");
      run.go(Place.GUARD);
      run.press("guard-trust");
      Fx.await("t may be said", () -> run.find("guard-trust-least") instanceof Spinner<?>);
      Fx.run(
          () -> ((Spinner<?>) Objects.requireNonNull(run.find("guard-trust-least"))).decrement(9));
      run.press("guard-trust-do");
      run.awaitText("guard-trust-now", "while 1 members");
      Path rule = Files.writeString(folder.resolve("worm.rules"), RULE + "\n");
      Path evidence = Files.write(folder.resolve("worm.evidence"), evidence());
      run.lag("Bob", "guard", "offer", rule.toString(), "--evidence", evidence.toString());
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
    Path rules = Files.writeString(folder.resolve("own.rules"), RULE + "\n");
    try (WindowRun run = new WindowRun(folder)) {
      run.go(Place.GUARD);
      Fx.run(() ->
          ((TabPane) Objects.requireNonNull(run.find("guard-tabs"))).getSelectionModel().select(1));
      run.awaitText("guard-none", "no gateway runs");
      Process gateway = gateway(run, rules);
      try {
        run.awaitText("guard-doing", "1 rules");
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

  private static Process gateway(WindowRun run, Path rules) throws IOException {
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

  private static boolean send() {
    byte[] worm = ("a " + WORM).getBytes(StandardCharsets.US_ASCII);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(worm, worm.length, InetAddress.getLoopbackAddress(), PORT));
      return true;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static int alerts(WindowRun run) {
    return run.find("guard-alerts") instanceof TableView<?> table ? table.getItems().size() : 0;
  }

  private void giveOrdinaryTraffic(WindowRun run, String node) {
    ControlClient client = ControlClient.of(run.home(node));
    BenignView there = new BenignView(0, 0, 0);
    for (int i = 0; i < ORDINARY; i++) {
      List<BenignPayload> payloads =
          IntStream.range(0, AddBenign.MOST).mapToObj(_ -> ordinary()).toList();
      there = client.post("/v1/guard/benign", new AddBenign(payloads), BenignView.class);
    }
    assertThat(there.payloads()).isGreaterThanOrEqualTo(there.least());
  }

  private BenignPayload ordinary() {
    byte[] payload = new byte[200];
    random.nextBytes(payload);
    return new BenignPayload(
        4, "udp", 4_000, PORT, "to-server", false, HexFormat.of().formatHex(payload));
  }

  private byte[] evidence() {
    List<PayloadSample> samples = IntStream.range(0, SAMPLES).mapToObj(this::infected).toList();
    OutbreakCounts counts = new OutbreakCounts(SAMPLES, SAMPLES, SAMPLES, 0, 1, 2);
    return EvidenceCodec.encode(new Evidence(RULE, counts, samples)).toArray();
  }

  private PayloadSample infected(int number) {
    byte[] padding = new byte[40 + number];
    random.nextBytes(padding);
    byte[] worm = WORM.getBytes(StandardCharsets.US_ASCII);
    byte[] payload = new byte[padding.length + worm.length];
    System.arraycopy(padding, 0, payload, 0, padding.length);
    System.arraycopy(worm, 0, payload, padding.length, worm.length);
    return new PayloadSample(
        4,
        PayloadProtocol.UDP,
        4_000 + number,
        PORT,
        Optional.empty(),
        false,
        Bytes.copyOf(payload));
  }
}
