package org.lagroups.wormguard.capture.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An interface that goes away while another process captures, in a network namespace of its own.
 */
@EnabledIfSystemProperty(named = "lag.full", matches = "true")
@Timeout(60)
class VanishedInterfaceTest {

  private static final String SPACE = "lagwg" + ProcessHandle.current().pid();

  @BeforeEach
  void makeNamespace() throws IOException, InterruptedException {
    assumeThat(run("ip", "netns", "add", SPACE)).as("no network namespaces here").isZero();
    assertThat(inside("ip", "link", "add", "here", "type", "veth", "peer", "name", "there"))
        .isZero();
    assertThat(inside("ip", "link", "set", "dev", "here", "up")).isZero();
    assertThat(inside("ip", "link", "set", "dev", "there", "up")).isZero();
  }

  @AfterEach
  void removeNamespace() throws IOException, InterruptedException {
    run("ip", "netns", "del", SPACE);
  }

  @Test
  void isToldAndNothingThrown() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "ip",
                "netns",
                "exec",
                SPACE,
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Capturing.class.getName(),
                "here")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("opened");
      assertThat(inside("ip", "link", "del", "dev", "here")).isZero();
      assertThat(lines.readLine()).contains("Failed", "disappeared");
      assertThat(lines.readLine()).contains("not sent");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  private static int inside(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", SPACE));
    all.addAll(List.of(command));
    return run(all.toArray(String[]::new));
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
