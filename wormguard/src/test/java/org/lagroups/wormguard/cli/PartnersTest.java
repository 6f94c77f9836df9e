package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.wormguard.api.AddBenign;
import org.lagroups.wormguard.api.BenignPayload;
import org.lagroups.wormguard.api.BenignView;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.api.ExportedSignature;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.runtime.cooperation.WormguardModule;
import org.lagroups.wormguard.runtime.cooperation.battery.LocalBattery;
import org.lagroups.wormguard.testing.PacketBytes;
import tools.jackson.databind.JsonNode;

/** Three real nodes on 127.0.0.1, of which two have to endorse, and what people type at them. */
final class PartnersTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);
  private static final String RULE =
      "drop tcp any any -> any any (msg:\"inert\"; content:\"inert-marker-42\"; sid:9;)";

  private final Map<String, NodeProcess> running = new LinkedHashMap<>();

  @TempDir private Path folder;

  @AfterEach
  void stop() {
    running.values().forEach(NodeProcess::close);
  }

  @Test
  void whatOneOffersAllEnforceUntilItIsTakenBack() throws Exception {
    for (String name : List.of("ann", "bob", "cy")) {
      start(name);
      done(name, "guard", "trust", "--least", "2");
    }
    form("ann", "bob", "cy");
    Path rule = Files.writeString(folder.resolve("worm.rules"), "# learned\n" + RULE + "\n");
    Path evidence = Files.write(folder.resolve("worm.evidence"), evidence().toArray());
    String id =
        done("ann", "--json", "guard", "offer", rule.toString(), "--evidence", evidence.toString())
            .json()
            .path("id")
            .asString();
    for (String name : List.of("ann", "bob", "cy")) {
      await(name + " enforces it", () -> phase(name, id).equals("enforced"));
      await("its gateway knows", () -> enforced(name).signatures().size() == 1);
    }
    assertThat(done("bob", "guard", "sigs").out()).contains("enforced", "of 2");
    assertThat(passed("bob")).isEqualTo(1);
    Path sameNumber =
        Files.writeString(
            folder.resolve("own.rules"), "alert udp any any -> any any (dsize:1; sid:9; rev:7;)\n");
    assertThat(passed("bob", "--rules", sameNumber.toString())).isEqualTo(1);

    await(
        "bob has tested it, too: to enforce it the others' word is enough",
        () -> metrics("bob").contains("lagroups_signatures_tests_passed_total 1.0"));
    assertThat(metrics("bob"))
        .contains(
            "lagroups_signatures{phase=\"enforced\"} 1.0",
            "lagroups_signatures_records_taken_total 1.0",
            "lagroups_signatures_dropped_total{reason=\"bad_share\"} 0.0",
            "lagroups_signatures_benign_payloads 1000.0");

    BenignPayload payload = new BenignPayload(4, "tcp", 1, 2, "unknown", true, "00");
    for (int count : new int[] {0, AddBenign.MOST + 1}) {
      AddBenign body = new AddBenign(Collections.nCopies(count, payload));
      assertThatThrownBy(() ->
              ControlClient.of(HomeFolder.at(folder.resolve("bob")))
                  .post("/v1/guard/benign", body, BenignView.class))
          .hasMessage("1 to 128 payloads at a time");
    }

    done("bob", "guard", "allow", "add", id);
    done("bob", "guard", "allow", "add", "10.1.0.0/16");
    done("bob", "guard", "never-block", "add", "192.0.2.7");
    done("bob", "guard", "dry-run", "on", id);
    assertThat(lag("bob", "guard", "allow", "add", "nonsense").code()).isEqualTo(1);
    assertThat(enforced("bob").signatures()).as("it is allowed here").isEmpty();
    assertThat(passed("bob")).isEqualTo(2);
    done("bob", "guard", "allow", "remove", id);
    assertThat(enforced("bob").signatures().getFirst().isDryRun()).isTrue();
    assertThat(enforced("bob").signatures().getFirst().rule()).isEqualTo(RULE);
    done("bob", "guard", "allow", "add", id);

    Objects.requireNonNull(running.remove("bob")).close();
    start("bob");
    assertThat(done("bob", "guard", "allow", "list").out()).contains(id, "10.1.0.0/16");
    assertThat(phase("bob", id)).isNotEqualTo("none");
    await("bob enforces it again", () -> phase("bob", id).equals("enforced"));
    assertThat(enforced("bob").neverBlock())
        .contains("192.0.2.7", "10.1.0.0/16")
        .as("this node and its peers")
        .contains("127.0.0.1");

    Path file = folder.resolve("export.json");
    await(
        "cy has the evidence, too: to enforce it the others' word is enough",
        () -> lag("cy", "guard", "sigs", "export", id, file.toString()).code() == 0);
    assertThat(done("cy", "guard", "sigs", "evidence", id).out())
        .contains("signature " + id, "sample 1 of ", "0000  ");
    done("cy", "guard", "sigs", "export", "--all", file.toString());
    assertThat(done("ann", "guard", "sigs", "import", file.toString()).out())
        .contains(id, " members endorse it until ");
    Path other = Files.write(folder.resolve("forged.json"), withForgedProof(file));
    Captured refused = lag("ann", "guard", "sigs", "import", other.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("number 1 of the file was not taken: the proof of who");

    done("ann", "guard", "withdraw", id.substring(0, 8), "--reason", "a false alarm");
    for (String name : List.of("ann", "bob", "cy")) {
      await(name + " has heard", () -> phase(name, id).equals("refuted"));
    }
    assertThat(passed("cy")).isEqualTo(2);
    assertThat(done("cy", "guard", "sigs", "show", id.substring(0, 8)).out())
        .contains("a false alarm");
  }

  private String metrics(String name) {
    return ControlClient.of(HomeFolder.at(folder.resolve(name))).getText("/metrics");
  }

  private static byte[] withForgedProof(Path file) throws IOException {
    ExportedSignature one =
        ExportFile.read(Files.readAllBytes(file)).orElseThrow().signatures().getFirst();
    int last = one.proof().length() - 1;
    String forged = one.proof().substring(0, last) + (one.proof().endsWith("0") ? "1" : "0");
    return Json.writeBytes(
        new ExportFile(
            List.of(new ExportedSignature(one.record(), one.signature(), one.evidence(), forged))));
  }

  private EnforcedRules enforced(String name) {
    return ControlClient.of(HomeFolder.at(folder.resolve(name)))
        .get(EnforcedRules.PATH, EnforcedRules.class);
  }

  /** How many of two frames, one of which stands for a worm, a gateway of a node lets through. */
  private long passed(String name, String... options) throws IOException {
    Path capture = folder.resolve("two.pcap");
    if (!Files.exists(capture)) {
      try (PcapWriter writer = PcapWriter.create(capture, LinkType.ETHERNET)) {
        for (String payload : List.of("GET inert-marker-42", "ordinary")) {
          byte[] frame =
              PacketBytes.ethernet(
                  PacketBytes.TYPE_IPV4,
                  PacketBytes.ipv4(
                      PacketBytes.A4,
                      PacketBytes.B4,
                      PacketBytes.TCP,
                      PacketBytes.tcp(1, 2, 1, 1, 16, PacketBytes.text(payload))));
          writer.write(MemorySegment.ofArray(frame), 0, frame.length, frame.length, 1_000);
        }
      }
    }
    List<String> all = new ArrayList<>(List.of("--json", "guard", "run", "--mode", "pcap"));
    all.addAll(List.of("--pcap", capture.toString(), "--out", folder + "/passed.pcap"));
    all.addAll(List.of("--with-node", "-k", "none"));
    all.addAll(List.of(options));
    return done(name, all.toArray(String[]::new)).json().path("written").asLong();
  }

  private String phase(String name, String id) {
    for (JsonNode one : done(name, "--json", "guard", "sigs").json().path("signatures")) {
      if (one.path("id").asString().equals(id)) {
        return one.path("phase").asString();
      }
    }
    return "none";
  }

  private static Bytes evidence() {
    return EvidenceCodec.encode(
        new Evidence(
            RULE, new OutbreakCounts(60, 9, 30, 3, 1, 2), List.of(sample("GET inert-marker-42"))));
  }

  private static PayloadSample sample(String payload) {
    return new PayloadSample(
        4,
        PayloadProtocol.TCP,
        4_000,
        80,
        Optional.empty(),
        true,
        Bytes.copyOf(payload.getBytes(StandardCharsets.US_ASCII)));
  }

  private void start(String name) {
    WormguardModule module = new WormguardModule();
    for (int i = 0; i < LocalBattery.LEAST_PAYLOADS; i++) {
      module.benign().add(sample("ordinary traffic, number " + i));
    }
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(module))
            .withConfig(config -> config.withName(name).withListen("127.0.0.1", config.port()));
    running.put(name, NodeProcess.start(HomeFolder.at(folder.resolve(name)), options));
  }

  private void form(String... names) {
    done(names[0], "group", "create");
    for (int i = 1; i < names.length; i++) {
      done(names[i], "group", "join", done(names[0], "group", "invite").out().strip());
    }
    int edges = names.length * (names.length - 1);
    for (String name : names) {
      await(
          name + " sees all",
          () -> done(name, "--json", "group", "show").json().path("attestations").size() == edges);
    }
  }

  private Captured lag(String name, String... args) {
    return Captured.at(folder.resolve(name), args);
  }

  private Captured done(String name, String... args) {
    Captured printed = lag(name, args);
    assertThat(printed.code()).as("%s: %s%s", List.of(args), printed.out(), printed.err()).isZero();
    return printed;
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited for: %s", what).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }
}
