package org.lagroups.scenarios.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.scenarios.cluster.LocalCluster;

@Tag("network")
final class NodeChildTest {

  private static final long LONGEST_END_MILLIS = 20_000;

  @TempDir private Path folder;
  private @Nullable Process parent;
  private List<ProcessHandle> children = List.of();

  @AfterEach
  void end() {
    if (parent != null) {
      parent.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void endsInOrderWhenItsParentIsKilled() throws Exception {
    Process started = start();
    String ready = started.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(ready).as("the parent's output, as in parent.txt").isEqualTo("ready");
    children = started.descendants().toList();
    assertThat(children).hasSize(Parent.HOMES.size());

    started.destroyForcibly().waitFor();

    assertThat(LocalCluster.await(LONGEST_END_MILLIS, this::areChildrenGone)).isTrue();
    assertThat(Parent.HOMES)
        .allSatisfy(
            home -> assertThat(HomeFolder.at(folder.resolve(home)).controlFile()).doesNotExist());
  }

  private boolean areChildrenGone() {
    return children.stream().noneMatch(ProcessHandle::isAlive);
  }

  private Process start() throws IOException {
    Process started =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                folder.toString())
            .redirectError(folder.resolve("parent.txt").toFile())
            .start();
    parent = started;
    return started;
  }
}
