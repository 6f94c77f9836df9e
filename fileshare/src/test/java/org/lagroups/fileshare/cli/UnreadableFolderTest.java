package org.lagroups.fileshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.cli.Lag;
import tools.jackson.databind.JsonNode;

/**
 * Folders that the node may not read. Permissions do not bind root, so for root the node is a
 * process without the two capabilities that make it so; for anyone else it is a plain process.
 */
@Tag("network")
@EnabledOnOs({OS.LINUX, OS.MAC})
class UnreadableFolderTest {

  private static final List<String> BOUND_BY_PERMISSIONS =
      List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search");

  @TempDir private Path folder;
  private SharingNodes typist;
  private Path shared;
  private Path locked;
  private @Nullable Process node;

  @BeforeEach
  void begin() throws Exception {
    typist = new SharingNodes(folder);
    shared = Files.createDirectory(folder.resolve("shared"));
    locked = Files.createDirectory(shared.resolve("locked"));
    Files.writeString(shared.resolve("open.txt"), "open");
    Files.writeString(locked.resolve("inner.txt"), "inner");
    start();
    typist.done("node", "group", "create");
  }

  @AfterEach
  void end() throws IOException {
    permit(shared, "rwx------");
    permit(locked, "rwx------");
    if (node != null) {
      node.destroyForcibly();
    }
  }

  @Test
  void aSubFolderThatMayNotBeReadIsNamedAndTheRestIsShared() throws IOException {
    permit(locked, "---------");
    Captured added = typist.done("node", "share", "add", shared.toString());
    assertThat(added.out()).contains("1 files");
    assertThat(added.err()).contains(locked + ": may not be read", "lag share rescan");

    permit(locked, "rwx------");
    typist.done("node", "share", "rescan");
    assertThat(onlyFolder().path("files").asInt()).isEqualTo(2);
    assertThat(onlyFolder().path("problemCount").asInt()).isZero();
  }

  @Test
  void whatIsKnownOfASubFolderOutlastsATimeWithoutPermission() throws IOException {
    typist.done("node", "share", "add", shared.toString());
    permit(locked, "---------");
    Files.writeString(shared.resolve("fresh.txt"), "fresh");
    typist.done("node", "share", "rescan");
    assertThat(onlyFolder().path("files").asInt()).as("the fresh one, and none lost").isEqualTo(3);
    assertThat(typist.done("node", "share", "list").err()).contains(locked + ": may not be read");

    permit(locked, "rwx------");
    typist.done("node", "share", "rescan");
    assertThat(onlyFolder().path("files").asInt()).isEqualTo(3);
    assertThat(onlyFolder().path("filesToHash").asInt()).as("hashed again").isZero();
    Files.delete(locked.resolve("inner.txt"));
    typist.done("node", "share", "rescan");
    assertThat(onlyFolder().path("files").asInt()).as("seen to be gone").isEqualTo(2);
  }

  @Test
  void aFolderThatMayNotBeReadIsNotShared() throws IOException {
    permit(shared, "---------");
    Captured refused = typist.lag("node", "share", "add", shared.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("cannot read the folder", "may the user who runs the node");
  }

  @Test
  void whatIsKnownOfASharedFolderOutlastsATimeWithoutPermission() throws IOException {
    typist.done("node", "share", "add", shared.toString());
    permit(shared, "---------");
    Captured rescan = typist.lag("node", "share", "rescan");
    assertThat(rescan.code()).isEqualTo(1);
    assertThat(rescan.err()).contains(shared + " cannot be read: is it there");
    assertThat(onlyFolder().path("phase").asString()).isEqualTo("unreadable");
    assertThat(onlyFolder().path("files").asInt()).isEqualTo(2);
    assertThat(typist.done("node", "share", "list").err())
        .contains(shared + " cannot be read: is it there, and may this user read it?");

    permit(shared, "rwx------");
    typist.done("node", "share", "rescan");
    assertThat(onlyFolder().path("phase").asString()).isEqualTo("ready");
    assertThat(onlyFolder().path("files").asInt()).isEqualTo(2);
    assertThat(onlyFolder().path("filesToHash").asInt()).as("hashed again").isZero();
  }

  private JsonNode onlyFolder() {
    JsonNode folders = typist.done("node", "--json", "share", "list").json().path("folders");
    assertThat(folders.size()).isEqualTo(1);
    return folders.get(0);
  }

  private static void permit(Path path, String rights) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
  }

  private void start() throws Exception {
    List<String> command = new ArrayList<>();
    permit(locked, "---------");
    if (Files.isReadable(locked)) { // by root
      command.addAll(BOUND_BY_PERMISSIONS);
      assumeThat(canRun(BOUND_BY_PERMISSIONS)).as("root can give up capabilities").isTrue();
    }
    permit(locked, "rwx------");
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Lag.class.getName(),
            "--home",
            folder.resolve("node").toString(),
            "run",
            "--listen",
            "127.0.0.1"));
    node =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("node.log").toFile())
            .start();
    SharingNodes.await(
        "the node answers",
        () -> {
          assertThat(Objects.requireNonNull(node).isAlive()).isTrue();
          return typist.lag("node", "--json", "share", "list").code() == 0;
        });
  }

  private static boolean canRun(List<String> prefix) throws InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add("true");
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }
}
