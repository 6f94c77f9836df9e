package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.process.Cli;
import org.lagroups.scenarios.process.NodeChild;
import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.evidence.EvidenceCodec;
import org.lagroups.wormguard.learn.evidence.OutbreakCounts;
import org.lagroups.wormguard.learn.evidence.PayloadProtocol;
import org.lagroups.wormguard.learn.evidence.PayloadSample;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Four nodes, each a process, of which one is killed while it tests what another offers: its
 * operator's program has begun, and its endorsement has not.
 */
@Tag("network")
@Timeout(420)
final class PartnerKilledTest {

  private static final List<String> NAMES = List.of("ann", "bob", "cy", "dee");
  private static final String KILLED = "bob";
  private static final long PATIENCE_MILLIS = 120_000;
  private static final String RULE =
      "drop udp any any -> any any (msg:\"inert\"; content:\"inert-marker-42\"; sid:9;)";

  private final Map<String, NodeChild> nodes = new LinkedHashMap<>();
  private final Outbreak outbreak = new Outbreak(1);

  @TempDir private Path folder;

  @AfterEach
  void end() {
    nodes.values().forEach(NodeChild::close);
  }

  @Test
  void theOthersEnforceWithoutItAndItTakesPartAgain() throws Exception {
    for (String name : NAMES) {
      nodes.put(name, NodeChild.start(folder.resolve(name)));
    }
    for (NodeChild node : nodes.values()) {
      node.awaitReady();
    }
    form();
    for (String name : NAMES) {
      learn(name);
    }
    Path hold = Files.createFile(folder.resolve("hold"));
    Path begun = folder.resolve("begun");
    cli(KILLED).json("guard", "trust", "--verifier", verifier(hold, begun).toString());

    String id = offer();
    await("it tests", () -> Files.exists(begun));
    node(KILLED).kill();
    for (String name : NAMES) {
      if (!name.equals(KILLED)) {
        await(name + " enforces it", () -> is(name, id, "enforced", NAMES.size() - 1));
      }
    }

    Files.delete(hold);
    nodes.put(KILLED, NodeChild.start(folder.resolve(KILLED)));
    node(KILLED).awaitReady();
    await("it enforces what the others do", () -> is(KILLED, id, "enforced", NAMES.size() - 1));
    // It kept no ordinary payloads, and endorses nothing without.
    learn(KILLED);
    for (String name : NAMES) {
      await(name + " has its word, too", () -> is(name, id, "enforced", NAMES.size()));
      await(name + " sees all", () -> attestations(name) == edges());
    }
  }

  private boolean is(String name, String id, String phase, int trusted) {
    JsonNode one = signature(name, id);
    return one.path("phase").asString().equals(phase) && one.path("trusted").asInt() == trusted;
  }

  private JsonNode signature(String name, String id) {
    for (JsonNode one : cli(name).json("guard", "sigs").json().path("signatures")) {
      if (one.path("id").asString().equals(id)) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  private String offer() throws IOException {
    Path rule = Files.writeString(folder.resolve("worm.rules"), RULE + "\n");
    PayloadSample sample =
        new PayloadSample(
            4,
            PayloadProtocol.UDP,
            4_000,
            5_000,
            Optional.empty(),
            true,
            Bytes.copyOf("an inert-marker-42".getBytes(StandardCharsets.US_ASCII)));
    Evidence seen = new Evidence(RULE, new OutbreakCounts(60, 9, 30, 3, 1, 2), List.of(sample));
    Path evidence =
        Files.write(folder.resolve("worm.evidence"), EvidenceCodec.encode(seen).toArray());
    return cli("ann")
        .json("guard", "offer", rule.toString(), "--evidence", evidence.toString())
        .json()
        .path("id")
        .asString();
  }

  /**
   * A program that says when it begins, finds everything good, and is held as long as a file is.
   */
  private Path verifier(Path hold, Path begun) throws IOException {
    String text =
        """
        #!/bin/sh
        : > '%s'
        while [ -e '%s' ]; do sleep 0.2; done
        """
            .formatted(begun, hold);
    Path program = Files.writeString(folder.resolve("verify"), text);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private void learn(String name) throws IOException {
    Path path = folder.resolve(name + ".pcap");
    outbreak.ordinary(path, "ordinary datagram of %s with the number ".formatted(name));
    JsonNode learned =
        cli(name).json("guard", "learn", "--pcap", path.toString(), "--offer").json();
    assertThat(learned.at("/offers/ordinaryGiven").asInt()).isEqualTo(Outbreak.ORDINARY);
    assertThat(learned.at("/signatures").size()).isZero();
  }

  private void form() throws InterruptedException {
    cli("ann").json("group", "create");
    for (String name : NAMES.subList(1, NAMES.size())) {
      String link = cli("ann").json("group", "invite").json().get("link").asString();
      cli(name).json("group", "join", link);
    }
    for (String name : NAMES) {
      await(name + " sees all", () -> attestations(name) == edges());
    }
  }

  private int attestations(String name) {
    return cli(name).json("group", "show").json().path("attestations").size();
  }

  private static int edges() {
    return NAMES.size() * (NAMES.size() - 1);
  }

  private NodeChild node(String name) {
    return Objects.requireNonNull(nodes.get(name));
  }

  private Cli cli(String name) {
    return new Cli(Objects.requireNonNull(folder).resolve(name));
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    assertThat(LocalCluster.await(PATIENCE_MILLIS, condition)).as(what).isTrue();
  }
}
