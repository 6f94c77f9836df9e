package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.node.cli.Captured;
import tools.jackson.databind.JsonNode;

/** The commands as people type them, at three real nodes. */
@Tag("network")
class ThreeNodesTest {

  private static final byte[] PAPER = Vectors.content(2_000_000);

  @TempDir private Path folder;
  private SharingNodes nodes;
  private Path shared;
  private Path fetched;

  @BeforeEach
  void begin() throws IOException {
    nodes = new SharingNodes(folder);
    shared = Files.createDirectory(folder.resolve("shared"));
    fetched = Files.createDirectory(folder.resolve("fetched"));
    Files.write(shared.resolve("the paper.pdf"), PAPER);
    Files.writeString(shared.resolve("notes.txt"), "notes\n");
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void shareSearchVerifyGetAndJudge() throws IOException {
    formGroup();
    Captured added = nodes.done("alice", "share", "add", shared.toString());
    assertThat(added.out()).contains("2 files");

    Captured found = nodes.done("bob", "share", "search", "paper");
    assertThat(found.out()).contains("the paper.pdf", "alice", "yes");
    assertThat(nodes.done("alice", "share", "search", "paper").out())
        .contains("the paper.pdf", "you", "-  your own")
        .doesNotContain("yes");
    JsonNode own =
        nodes.done("alice", "--json", "share", "search", "paper").json().path("hits").get(0);
    assertThat(own.path("own").asBoolean()).isTrue();
    assertThat(own.path("paths").isNull()).isTrue();
    for (String command : List.of("get", "verify")) {
      assertFails("your own file", "alice", "share", command, "1");
      assertFails("your own file", "alice", "share", command, own.path("root").asString());
    }
    assertFails("your own file", "alice", "share", "verdict", "1", "bad");
    assertThat(nodes.done("bob", "share", "verify", "1", "--paths", "2").out())
        .contains("me > alice: same", "me > carol > alice: same", "Confirmed over 2 paths.");
    Captured tooMany = nodes.lag("bob", "share", "verify", "1", "--paths", "3");
    assertThat(tooMany.code()).isEqualTo(1);
    assertThat(tooMany.out()).contains("Only 2 of 3 paths confirm it.");

    nodes.done("bob", "share", "get", "1", "--output", fetched.toString());
    assertThat(fetched.resolve("the paper.pdf")).hasBinaryContent(PAPER);
    String root = Vectors.tree(PAPER).root().toString();
    JsonNode download = nodes.done("bob", "--json", "share", "downloads").json();
    assertThat(download.path("downloads").get(0).path("root").asString()).isEqualTo(root);

    nodes.done("bob", "share", "verdict", root, "bad", "--reason", "not the paper");
    assertThat(nodes.done("bob", "share", "search", "paper").out()).doesNotContain("the paper.pdf");
    assertThat(nodes.done("bob", "share", "search", "--all", "paper").out())
        .contains("the paper.pdf", "found bad");
    SharingNodes.await("bob vouches no more", () -> attestations("carol") == 5);
    nodes.done("bob", "share", "verdict", root, "undo");
    assertThat(nodes.done("bob", "share", "search", "paper").out()).contains("the paper.pdf");
    SharingNodes.await("bob vouches again", () -> attestations("carol") == 6);
  }

  @Test
  void whatWasAcknowledgedSurvivesARestart() throws IOException {
    formGroup();
    nodes.done("alice", "share", "add", shared.toString());
    nodes.done("bob", "share", "search", "paper");
    nodes.done("bob", "share", "verdict", "1", "good");
    nodes.stop("alice");
    Files.writeString(shared.resolve("more paper.txt"), "more\n");
    nodes.start("alice");
    SharingNodes.await(
        "both are found",
        () ->
            nodes.done("bob", "--json", "share", "search", "paper").json().path("hits").size()
                == 2);
    nodes.stop("bob");
    nodes.start("bob");
    SharingNodes.await("bob is back", () -> attestations("bob") == 6);
    assertThat(nodes.done("bob", "share", "verdict").out()).contains("good");
  }

  @Test
  void theSettingSaysHowManyPathsVerify() throws IOException {
    formGroup();
    nodes.done("alice", "share", "add", shared.toString());
    assertThat(nodes.done("bob", "share", "search", "paper").out()).contains("  yes");
    nodes.stop("bob");
    Files.writeString(
        folder.resolve("bob").resolve("config.toml"),
        "[share]\nverify-paths = 3\n",
        StandardOpenOption.TRUNCATE_EXISTING);
    nodes.start("bob");
    SharingNodes.await("bob is back", () -> attestations("bob") == 6);

    assertThat(nodes.done("bob", "share", "search", "paper").out()).contains("  only 2 paths");
    assertThat(nodes.lag("bob", "share", "verify", "1").out()).contains("Only 2 of 3 paths");
    assertThat(nodes.done("bob", "share", "search", "--verified-from", "2", "paper").out())
        .contains("  yes");
    assertThat(nodes.done("bob", "share", "verify", "1", "--paths", "2").out())
        .contains("Confirmed over 2 paths.");
  }

  @Test
  void saysWhatIsWrongAndWhatToDo() {
    formGroup();
    assertFails("no folder", "alice", "share", "add", folder.resolve("none").toString());
    assertFails("disk connected", "alice", "share", "add", folder.resolve("none").toString());
    assertFails("secret keys", "alice", "share", "add", folder.toString());
    assertFails("at least one word", "alice", "share", "search", "*");
    assertFails("nothing with number 7", "alice", "share", "get", "7");
    assertFails("neither a number", "alice", "share", "verify", "xyz");
    assertFails("no member", "alice", "share", "get", "ab".repeat(32));
    assertFails("is not shared", "alice", "share", "remove", "99");
    assertFails("no verdict", "alice", "share", "verdict", "ab".repeat(32), "undo");
    assertThat(nodes.lag("alice", "share").code()).isEqualTo(2);
    assertThat(nodes.lag("alice", "share", "verdict", "1").code()).isEqualTo(2);
  }

  @Test
  void stopsSharingAndRescans() throws IOException {
    formGroup();
    nodes.done("alice", "share", "add", shared.toString());
    Files.writeString(shared.resolve("fresh.txt"), "fresh\n");
    assertThat(nodes.done("alice", "share", "rescan").out()).contains("3 files, 1 new or changed");
    assertThat(nodes.done("bob", "share", "search", "fresh").out()).contains("fresh.txt");
    nodes.done("alice", "share", "remove", shared.toString());
    assertThat(nodes.done("alice", "--json", "share", "list").json().path("folders").size())
        .isZero();
    SharingNodes.await(
        "nothing is found",
        () ->
            nodes.done("bob", "--json", "share", "search", "fresh").json().path("hits").isEmpty());
  }

  private void formGroup() {
    for (String name : List.of("alice", "bob", "carol")) {
      nodes.start(name);
    }
    nodes.formGroup("alice", "bob", "carol");
  }

  private void assertFails(String message, String name, String... args) {
    Captured printed = nodes.lag(name, args);
    assertThat(printed.code()).isEqualTo(1);
    assertThat(printed.err()).contains(message);
  }

  private int attestations(String name) {
    return nodes.done(name, "--json", "group", "show").json().path("attestations").size();
  }
}
