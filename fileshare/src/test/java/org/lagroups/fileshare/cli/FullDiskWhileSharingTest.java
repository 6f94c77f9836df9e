package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import tools.jackson.databind.JsonNode;

/**
 * Folders are taken in while the disk of the index, or of the node's home, is really full: one in
 * memory, which only root may mount. Elsewhere this is skipped.
 */
@Tag("network")
@Timeout(120) // a command that waits for ever is what this is about
class FullDiskWhileSharingTest {

  /** Fewer of each than a search shows. */
  private static final int FILES_OF_A_FAMILY = 30;

  private static final int FAMILIES = 10;

  @TempDir private Path folder;
  private SharingNodes nodes;
  private Path home;
  private Path shared;
  private Path disk;

  @BeforeEach
  void begin() throws Exception {
    nodes = new SharingNodes(folder);
    home = folder.resolve("alice");
    disk = home;
    shared = Files.createDirectory(folder.resolve("shared"));
    Files.writeString(shared.resolve("first.txt"), "first");
  }

  @AfterEach
  void end() throws Exception {
    nodes.close();
    run("umount", "--lazy", disk.toString()); // a file may be closed a moment later
  }

  @Test
  void theIndexIsBuiltAgainOnceItsDiskHasRoom() throws Exception {
    mount(home.resolve("modules").resolve("share").resolve("index"), "1m");
    share();
    Path filler = fillUp();
    addFamilies();

    Captured full = nodes.lag("alice", "share", "rescan");
    assertThat(full.code()).as(full.out() + full.err()).isEqualTo(1);
    assertThat(full.err()).contains("No space left", "make room", disk.toString());
    assertThat(full.err()).doesNotContain("cannot be read");
    assertThat(nodes.done("alice", "status").out()).contains("Warning: ", "No space left");
    Captured again = nodes.lag("alice", "share", "add", shared.toString());
    assertThat(again.code()).as(again.out() + again.err()).isEqualTo(1);
    assertThat(again.err()).contains("No space left", "make room");

    Files.delete(filler);
    awaitHealth();
    assertEveryFileIsFound();
    nodes.done("alice", "share", "rescan");
  }

  @Test
  void aFolderIsTakenInOnceTheDatabaseHasRoom() throws Exception {
    mount(home, "3m");
    share();
    Path filler = fillUp();
    addFamilies();

    Captured full = nodes.lag("alice", "share", "rescan");
    assertThat(full.code()).as(full.out() + full.err()).isEqualTo(1);
    assertThat(full.err()).contains("the disk is full", "free some space");
    assertThat(nodes.done("alice", "status").out()).contains("Warning: ", "the disk is full");
    Captured again = nodes.lag("alice", "share", "rescan");
    assertThat(again.code()).as(again.out() + again.err()).isEqualTo(1);

    Files.delete(filler);
    awaitHealth();
    assertEveryFileIsFound();
    nodes.done("alice", "share", "rescan");
  }

  private void mount(Path where, String size) throws Exception {
    disk = Files.createDirectories(where);
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    assumeThat(run("mount", "-t", "tmpfs", "-o", "mode=700,size=" + size, "tmpfs", disk.toString()))
        .as("a small file system can be mounted: only root may, where the system lets it")
        .isTrue();
  }

  private void share() {
    nodes.start("alice");
    nodes.done("alice", "group", "create");
    nodes.done("alice", "share", "add", shared.toString());
  }

  private void addFamilies() throws IOException {
    for (int family = 0; family < FAMILIES; family++) {
      for (int i = 0; i < FILES_OF_A_FAMILY; i++) {
        String name = "family%d paper%d.txt".formatted(family, i);
        Files.writeString(shared.resolve(name), name);
      }
    }
  }

  /** By the node itself: nobody types anything. */
  private void awaitHealth() {
    SharingNodes.await(
        "the folder is ready",
        () -> {
          JsonNode only =
              nodes.done("alice", "--json", "share", "list").json().path("folders").get(0);
          return only.path("phase").asString().equals("ready")
              && only.path("files").asInt() == 1 + FAMILIES * FILES_OF_A_FAMILY
              && only.path("problemCount").asInt() == 0;
        });
    SharingNodes.await(
        "no warning",
        () -> nodes.done("alice", "--json", "status").json().path("warnings").isEmpty());
  }

  private void assertEveryFileIsFound() {
    assertThat(found("first")).isEqualTo(1);
    for (int family = 0; family < FAMILIES; family++) {
      assertThat(found("family" + family)).isEqualTo(FILES_OF_A_FAMILY);
    }
  }

  private int found(String word) {
    return nodes.done("alice", "--json", "share", "search", word).json().path("hits").size();
  }

  /** To the last byte. */
  private Path fillUp() throws IOException {
    Path filler = disk.resolve("filler");
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    return filler;
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
