package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.HomeFolder;
import tools.jackson.databind.JsonNode;

/** {@code lag run} as a process of its own. */
@Tag("network")
class LagRunTest {

  private static final long PATIENCE_SECONDS = 30;

  @TempDir private Path folder;
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void printsOneLineWhenItIsReadyAndEndsWhenAsked() throws Exception {
    Process run = run("--json");
    JsonNode ready = ready(run);
    HomeFolder home = HomeFolder.at(folder);

    assertThat(ready.path("home").asString()).isEqualTo(folder.toString());
    assertThat(ready.path("processId").asLong()).isEqualTo(run.pid());
    ControlClient.of(home).post("/v1/shutdown", null, Done.class);
    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isZero();
    assertThat(home.controlFile()).doesNotExist();
    assertThat(home.controlToken()).doesNotExist();
    assertLogIsJson(home);
  }

  @Test
  void tidiesUpWhenTerminated() throws Exception {
    Process run = run("--json");
    ready(run);
    run.toHandle().destroy();

    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(HomeFolder.at(folder).controlFile()).doesNotExist();
  }

  @Test
  void endsInOrderWhenItsInputClosesIfToldSo() throws Exception {
    Process run = run("--json", "--until-stdin-closes");
    ready(run);
    run.getOutputStream().write("this means nothing".getBytes(StandardCharsets.UTF_8));
    run.getOutputStream().close();

    assertThat(run.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(run.exitValue()).isZero();
    assertThat(HomeFolder.at(folder).controlFile()).doesNotExist();
  }

  @Test
  void keepsItsGroupsWhenKilled() throws Exception {
    Process first = run("--json");
    JsonNode ready = ready(first);
    GroupCreated created =
        ControlClient.of(HomeFolder.at(folder))
            .post("/v1/groups", new CreateGroup(null, null), GroupCreated.class);
    first.toHandle().destroyForcibly();
    first.waitFor();

    Process second = run("--json");
    assertThat(ready(second).path("node")).isEqualTo(ready.path("node"));
    assertThat(ControlClient.of(HomeFolder.at(folder)).get("/v1/groups", GroupList.class).groups())
        .extracting(GroupList.GroupSummary::group)
        .containsExactly(created.group());
  }

  @Test
  void saysWhichProcessHasTheHome() throws Exception {
    Process first = run("--json");
    ready(first);
    Process second = run();

    assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(errors(second))
        .contains("process " + first.pid() + " already runs a node at " + folder)
        .contains("--home");
  }

  @Test
  void saysThatAnAddressToListenOnHasNoPort() throws Exception {
    Process wrong = lag("--home", folder.toString(), "run", "--listen", "127.0.0.1:0");

    assertThat(wrong.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(wrong.exitValue()).isEqualTo(2);
    assertThat(errors(wrong)).contains("127.0.0.1:0").contains("--port");
  }

  @Test
  void saysThatThePortIsTaken() throws Exception {
    Process first = run("--json");
    int port = ready(first).path("port").asInt();
    Path other = Files.createDirectory(folder.resolve("other"));
    Process second =
        lag("--home", other.toString(), "run", "--listen", "127.0.0.1", "--port", "" + port);

    assertThat(second.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(errors(second)).contains("port " + port).contains("network.port");
  }

  private Process run(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(List.of("--home", folder.toString(), "run", "--listen", "127.0.0.1"));
    args.addAll(List.of(more));
    return lag(args.toArray(String[]::new));
  }

  private Process lag(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Lag.class.getName()));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .redirectError(folder.resolve("err-" + processes.size()).toFile())
            .start();
    processes.add(process);
    return process;
  }

  private static JsonNode ready(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).isNotNull();
    return Json.readTree(line.getBytes(StandardCharsets.UTF_8));
  }

  private String errors(Process process) throws IOException {
    return Files.readString(folder.resolve("err-" + processes.indexOf(process)));
  }

  private static void assertLogIsJson(HomeFolder home) throws IOException {
    List<String> lines = Files.readAllLines(home.logFile());
    assertThat(lines).anyMatch(line -> line.contains("node started"));
    lines.forEach(line -> Json.readTree(line.getBytes(StandardCharsets.UTF_8)));
  }
}
