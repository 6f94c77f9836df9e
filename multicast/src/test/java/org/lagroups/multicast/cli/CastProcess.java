package org.lagroups.multicast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

/** {@code lag --json …} in a process of its own, with a node on 127.0.0.1. */
final class CastProcess {

  private final Process process;
  private final BufferedReader out;
  private final Path errors;

  private CastProcess(Process process, Path errors) {
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  static CastProcess start(Path home, List<String> arguments) throws IOException {
    Files.createDirectories(home);
    Path settings = home.resolve("config.toml");
    if (!Files.exists(settings)) {
      Files.writeString(settings, "[network]\nlisten = \"127.0.0.1\"\n");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Lag.class.getName(), "--home", home.toString(), "--json"));
    command.addAll(arguments);
    Path errors = home.resolve("errors.txt");
    return new CastProcess(
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
            .start(),
        errors);
  }

  /** The next line that it prints. */
  JsonNode line() throws IOException {
    String line = out.readLine();
    assertThat(line).as("it prints something:%n%s", said()).isNotNull();
    return Json.readTree(line.getBytes(StandardCharsets.UTF_8));
  }

  /** Waits until it has ended, and answers its exit code. */
  int code() throws InterruptedException, IOException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends:%n%s", said()).isTrue();
    return process.exitValue();
  }

  /** What it said on standard error. */
  String said() throws IOException {
    return Files.readString(errors);
  }

  /** Waits until it has said that. */
  void awaitSaid(String words) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!said().contains(words)) {
      assertThat(System.nanoTime()).as("it says %s:%n%s", words, said()).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As Ctrl-C. */
  int interrupt() throws InterruptedException, IOException {
    process.destroy();
    return code();
  }
}
