package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.api.VerdictList;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.state.HomeFolder;
import tools.jackson.databind.JsonNode;

/** What follows from a verdict at a real node, and what outlasts it. */
@Tag("network")
class StandingVerdictTest {

  private static final byte[] PAPER = Vectors.content(20_000);
  private static final String ROOT = Vectors.tree(PAPER).root().toString();

  @TempDir private Path folder;
  private final StubbornDisk disk = new StubbornDisk();
  private SharingNodes nodes;

  @BeforeEach
  void begin() throws IOException {
    nodes = new SharingNodes(folder);
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.write(shared.resolve("the paper.pdf"), PAPER);
    Files.write(shared.resolve("plan.pdf"), Vectors.content(300));
    nodes.start("alice");
    nodes.start("bob", disk);
    nodes.formGroup("alice", "bob");
    nodes.done("alice", "share", "add", shared.toString());
    nodes.done("bob", "share", "search", "paper");
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void isConfirmedOnlyWhenItAndItsBanAreOnDisk() {
    nodes.done("bob", "share", "verdict", "1", "good");
    disk.refuse(true);
    Captured refused = nodes.lag("bob", "share", "verdict", "1", "bad", "--reason", "not it");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("may not write");
    disk.refuse(false);
    SharingNodes.await("the ban is on disk after all", () -> disk.rows("core_ban") == 1);

    nodes.stop("bob");
    nodes.start("bob", disk);
    assertThat(nodes.done("bob", "share", "verdict").out()).contains("bad", "not it");
    assertThat(bans()).isEqualTo(1);
    nodes.done("bob", "share", "verdict", ROOT, "undo");
    assertThat(disk.rows("share_verdict")).isZero();
    assertThat(disk.rows("core_ban")).isZero();
  }

  @Test
  void aDownloadTellsItsPublisherAndWhatWasSaidOfIt() {
    nodes.done("bob", "share", "get", ROOT, "--output", folder.toString());
    JsonNode before = nodes.done("bob", "--json", "share", "downloads").json();
    assertThat(before.at("/downloads/0/publisherName").asString()).isEqualTo("alice");
    assertThat(before.at("/downloads/0/verdict").isNull()).isTrue();
    nodes.done("bob", "share", "verdict", ROOT, "good");
    JsonNode after = nodes.done("bob", "--json", "share", "downloads").json();
    assertThat(after.at("/downloads/0/verdict").asString()).isEqualTo("good");
    assertThat(client("bob").get("/v1/share/verdicts", VerdictList.class).verdicts()).hasSize(1);
    assertThat(client("bob").get("/v1/share/verdicts?skip=1", VerdictList.class).verdicts())
        .isEmpty();
    assertThatThrownBy(() -> client("bob").get("/v1/share/verdicts?skip=100001", VerdictList.class))
        .hasMessageContaining("skip is 0 to 100000");
  }

  @Test
  void theOperatorsOwnWordOutlastsVerdictsAndRestarts() {
    nodes.done("bob", "share", "verdict", ROOT, "bad");
    assertThat(bans()).isEqualTo(1);
    String alice = nodes.done("alice", "id").out().strip();
    nodes.done("bob", "group", "unban", alice);
    nodes.stop("bob");
    nodes.start("bob", disk);
    assertThat(bans()).as("the ban stays lifted").isZero();
    SharingNodes.await(
        "alice's other files are shown again, the bad one is not",
        () -> names(nodes.done("bob", "--json", "share", "search", "pdf")).equals("plan.pdf"));

    nodes.done("bob", "group", "withdraw", alice, "--reason", "bad-content");
    nodes.done("bob", "share", "verdict", ROOT, "undo");
    assertThat(bans()).as("the operator's own ban stays").isEqualTo(1);
  }

  @Test
  void aStandingVerdictBansAgainWhenTheGroupIsJoinedAgain() {
    nodes.done("bob", "share", "verdict", ROOT, "bad");
    nodes.done("bob", "group", "leave");
    nodes.stop("bob");
    nodes.start("bob", disk);
    assertThat(disk.rows("core_ban")).isZero();
    String link = nodes.done("alice", "group", "invite").out().strip();
    nodes.done("bob", "group", "join", link);
    assertThat(bans()).isEqualTo(1);
    assertThat(disk.rows("core_ban")).isEqualTo(1);
  }

  private ControlClient client(String name) {
    return ControlClient.of(HomeFolder.at(folder.resolve(name)));
  }

  private static String names(Captured search) {
    return String.join(" ", search.json().path("hits").findValuesAsString("name"));
  }

  private int bans() {
    JsonNode group = nodes.done("bob", "--json", "group", "show").json();
    return group.path("bans").size();
  }
}
