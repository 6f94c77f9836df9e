package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.lagroups.node.cli.Lag;

/** A node as a process of its own, which may be killed. */
final class NodeProgram {

  private NodeProgram() {}

  /** Runs a node, and waits until it has started. */
  static Process start(Path home) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Lag.class.getName(),
                "--home",
                home.toString(),
                "run",
                "--json",
                "--listen",
                "127.0.0.1")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).startsWith("{\"node\":");
    return process;
  }
}
