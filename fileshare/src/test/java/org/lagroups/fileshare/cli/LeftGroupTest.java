package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import tools.jackson.databind.JsonNode;

/** What becomes of shared folders when their group is left. */
@Tag("network")
class LeftGroupTest {

  private static final byte[] PAPER = Vectors.content(20_000);

  @TempDir private Path folder;
  private final StubbornDisk disk = new StubbornDisk();
  private SharingNodes nodes;
  private Path shared;

  @BeforeEach
  void begin() throws IOException {
    nodes = new SharingNodes(folder);
    shared = Files.createDirectory(folder.resolve("shared"));
    Files.write(shared.resolve("paper.pdf"), PAPER);
    nodes.start("alice", disk);
    nodes.start("bob");
    nodes.formGroup("alice", "bob");
    nodes.done("alice", "share", "add", shared.toString());
    assertThat(hitsOfBob()).isEqualTo(1);
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void joiningAgainPublishesNothingUntilItIsSharedAgain() {
    nodes.done("alice", "group", "leave");
    assertThat(disk.rows("share_grant")).isZero();
    assertThat(disk.rows("share_record")).isZero();
    assertThat(groupsOfTheFolder()).isZero();
    joinAgain();
    assertThat(hitsOfBob()).isZero();
    nodes.done("alice", "share", "rescan");
    nodes.stop("alice");
    nodes.start("alice", disk);
    SharingNodes.await("bob reaches alice again", () -> answersToBob() == 1);
    assertThat(hitsOfBob()).as("after a scan and a restart").isZero();

    nodes.done("alice", "share", "add", shared.toString());
    assertThat(hitsOfBob()).isEqualTo(1);
  }

  @Test
  void endsTheSharingAlsoIfTheDiskTakesItOnlyLater() {
    disk.refuse(true);
    assertThat(nodes.lag("alice", "group", "leave").code()).isEqualTo(1);
    assertThat(disk.rows("share_grant")).isEqualTo(1);
    disk.refuse(false);
    SharingNodes.await("it is on disk after all", () -> disk.rows("share_grant") == 0);
    joinAgain();
    SharingNodes.await("the index knows it as well", () -> hitsOfBob() == 0);
  }

  @Test
  void endsTheSharingWithAGroupThatWasLeftWhileNoFilesWereShared() {
    nodes.stop("alice");
    nodes.start("alice", List.of(disk));
    nodes.done("alice", "group", "leave");
    nodes.stop("alice");
    nodes.start("alice", disk);
    SharingNodes.await("it is on disk", () -> disk.rows("share_grant") == 0);
    assertThat(disk.rows("share_record")).isZero();
    assertThat(groupsOfTheFolder()).isZero();
  }

  private void joinAgain() {
    String link = nodes.done("bob", "group", "invite").out().strip();
    nodes.done("alice", "group", "join", link);
    SharingNodes.await("bob reaches alice again", () -> answersToBob() == 1);
  }

  private int groupsOfTheFolder() {
    JsonNode folders = nodes.done("alice", "--json", "share", "list").json().path("folders");
    assertThat(folders.size()).isEqualTo(1);
    return folders.get(0).path("groups").size();
  }

  private int hitsOfBob() {
    return nodes.done("bob", "--json", "share", "search", "paper").json().path("hits").size();
  }

  private int answersToBob() {
    JsonNode search = nodes.done("bob", "--json", "share", "search", "paper").json();
    return search.path("answered").asInt();
  }
}
