package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.process.Cli;
import org.lagroups.scenarios.process.NodeChild;
import tools.jackson.databind.JsonNode;

/**
 * Four nodes, each a process, that have seen different traffic. What one of them learns from an
 * outbreak of inert bytes is enforced by all whose own traffic has nothing like it, and dropped by
 * their gateways until it is taken back.
 */
@Tag("network")
@Timeout(420)
final class LearnedTogetherTest {

  /** The one that sees the outbreak, two that see nothing of it, and one that uses its bytes. */
  private static final List<String> NAMES = List.of("ann", "bob", "cy", "dee");

  private static final String DOUBTFUL = "dee";
  private static final long PATIENCE_MILLIS = 90_000;
  private static final int SERVED = 20;

  private final Map<String, NodeChild> nodes = new LinkedHashMap<>();
  private final Outbreak outbreak = new Outbreak(1);

  @TempDir private Path folder;

  @AfterEach
  void end() {
    nodes.values().forEach(NodeChild::close);
  }

  @Test
  void isEndorsedByThoseOnWhoseTrafficItWasTestedAndDoubtedByWhoUsesTheSame() throws Exception {
    assertThat(cli("ann").run("guard", "learn", "--pcap", ordinary().toString(), "--offer").err())
        .contains("no node runs at", "lag run");
    for (String name : NAMES) {
      nodes.put(name, NodeChild.start(folder.resolve(name)));
    }
    for (NodeChild node : nodes.values()) {
      node.awaitReady();
    }
    assertThat(cli("ann").run("guard", "learn", "--pcap", ordinary().toString(), "--offer").err())
        .contains("this node belongs to no group");
    form();

    assertThat(learn("bob", ordinary()).at("/offers/ordinaryGiven").asInt())
        .isEqualTo(Outbreak.ORDINARY);
    learn("cy", ordinary());
    assertThat(
            learn(DOUBTFUL, outbreak.served(folder.resolve("served.pcap"), SERVED))
                .at("/signatures")
                .size())
        .isZero();
    JsonNode learned = learn("ann", outbreak());
    assertThat(learned.at("/offers/signatures").size()).isEqualTo(1);
    String id = learned.at("/offers/signatures/0/id").asString();

    for (String name : NAMES) {
      String phase = name.equals(DOUBTFUL) ? "doubted" : "enforced";
      await(
          name + " has it " + phase,
          () -> signature(name, id).path("phase").asString().equals(phase));
    }
    assertThat(signature(DOUBTFUL, id).path("detail").asString())
        .contains("ordinary traffic here: it holds for %d of ".formatted(SERVED));
    await(
        "it knows that three whom it trusts endorse it",
        () -> signature(DOUBTFUL, id).path("trusted").asInt() == 3);
    assertThat(signature(DOUBTFUL, id).path("phase").asString()).isEqualTo("doubted");
    assertThat(cli("ann").run("guard", "learn", "--pcap", outbreak().toString(), "--offer").err())
        .contains("not offered: this node offers that rule already");
    for (String name : NAMES) {
      assertThat(attestations(name)).as("nobody is blamed by %s", name).isEqualTo(edges());
    }

    Path capture = outbreak();
    assertThat(passed("bob", capture)).isEqualTo(Outbreak.ORDINARY);
    assertThat(folder.resolve("passed.pcap")).hasSameBinaryContentAs(folder.resolve("clean.pcap"));
    assertThat(passed(DOUBTFUL, capture))
        .as("it is doubted there")
        .isEqualTo(Outbreak.ORDINARY + Outbreak.INFECTED);
    assertThat(cli("ann").run("guard", "withdraw", id, "--reason", "a trial").code()).isZero();
    await("bob has heard", () -> !signature("bob", id).path("phase").asString().equals("enforced"));
    assertThat(passed("bob", capture)).isEqualTo(Outbreak.ORDINARY + Outbreak.INFECTED);
  }

  private JsonNode learn(String name, Path capture) {
    // With this sampling no content of 400 bytes is overlooked.
    return cli(name)
        .json("guard", "learn", "--pcap", capture.toString(), "--offer", "--sampling", "16")
        .json();
  }

  /** How many frames of a capture the gateway of a node lets through, which has no other rules. */
  private long passed(String name, Path capture) {
    String out = folder.resolve("passed.pcap").toString();
    return cli(name)
        .json(
            "guard",
            "run",
            "--with-node",
            "--mode",
            "pcap",
            "--pcap",
            capture.toString(),
            "--out",
            out)
        .json()
        .path("written")
        .asLong();
  }

  private JsonNode signature(String name, String id) {
    for (JsonNode one : cli(name).json("guard", "sigs").json().path("signatures")) {
      if (one.path("id").asString().equals(id)) {
        return one;
      }
    }
    return tools.jackson.databind.node.MissingNode.getInstance();
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

  private Path ordinary() throws IOException {
    return outbreak.ordinary(folder.resolve("ordinary.pcap"));
  }

  private Path outbreak() throws IOException {
    return outbreak.spread(folder.resolve("outbreak.pcap"), folder.resolve("clean.pcap"));
  }

  private Cli cli(String name) {
    return new Cli(Objects.requireNonNull(folder).resolve(name));
  }

  private static void await(String what, BooleanSupplier condition) throws InterruptedException {
    assertThat(LocalCluster.await(PATIENCE_MILLIS, condition)).as(what).isTrue();
  }
}
