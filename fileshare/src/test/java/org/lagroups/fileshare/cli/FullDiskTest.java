package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.node.cli.Captured;
import tools.jackson.databind.JsonNode;

/**
 * A download to a file system that gets really full: one in memory, which only root may mount.
 * Elsewhere this is skipped.
 */
@Tag("network")
class FullDiskTest {

  private static final byte[] PAPER = Vectors.content(3_000_000);
  private static final int LEFT_BYTES = 1_000_000;

  @TempDir private Path folder;
  private SharingNodes nodes;
  private Path disk;

  @BeforeEach
  void begin() throws Exception {
    nodes = new SharingNodes(folder);
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", disk.toString()))
        .as("a small file system can be mounted: only root may, where the system lets it")
        .isTrue();
  }

  @AfterEach
  void end() throws Exception {
    nodes.close();
    run("umount", "--lazy", disk.toString()); // a file may be closed a moment later
  }

  @Test
  void aDownloadEndsWithAReasonAndGoesOnWhenThereIsRoom() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.write(shared.resolve("paper.pdf"), PAPER);
    nodes.start("alice");
    nodes.start("bob");
    nodes.formGroup("alice", "bob");
    nodes.done("alice", "share", "add", shared.toString());
    nodes.done("bob", "share", "search", "paper");
    nodes.stop("alice"); // so that the disk can fill up after the download has begun
    nodes.done("bob", "share", "get", "1", "--detach", "--output", disk.toString());
    SharingNodes.await("it waits", () -> phase().equals("waiting"));
    Path filler = fillUp();

    nodes.start("alice");
    SharingNodes.await("the disk is full", () -> phase().equals("failed"));
    JsonNode failed = onlyDownload();
    assertThat(failed.path("problem").asString()).contains("the disk of " + disk + " is full");
    assertThat(failed.path("hint").asString()).contains("make room");
    assertThat(failed.path("doneBytes").asInt()).isBetween(1, PAPER.length - 1);
    assertThat(names())
        .as("nothing looks done")
        .noneMatch(name -> name.contains("paper.pdf") && !name.startsWith("."));
    Captured again = nodes.lag("bob", "share", "get", "1", "--output", disk.toString());
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("is full", "make room");

    Files.delete(filler);
    nodes.done("bob", "share", "get", "1", "--output", disk.toString());
    assertThat(names()).containsExactly("paper.pdf");
    assertThat(disk.resolve("paper.pdf")).hasBinaryContent(PAPER);
  }

  private String phase() {
    return onlyDownload().path("phase").asString();
  }

  private JsonNode onlyDownload() {
    JsonNode all = nodes.done("bob", "--json", "share", "downloads").json().path("downloads");
    assertThat(all.size()).isEqualTo(1);
    return all.get(0);
  }

  /** Leaves some room, so that the download gets a part of the way. */
  private Path fillUp() throws IOException {
    long room = Files.getFileStore(disk).getUsableSpace();
    return Files.write(disk.resolve("filler"), new byte[(int) room - LEFT_BYTES]);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(disk)) {
      return all.map(path -> String.valueOf(path.getFileName())).toList();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
