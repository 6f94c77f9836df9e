package org.lagroups.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.HomeFolder;

class LagTest {

  @TempDir private Path folder;

  @Test
  void teachesWhoeverTypesNothing() {
    Captured bare = Captured.run();

    assertThat(bare.code()).isEqualTo(2);
    assertThat(bare.out()).isEmpty();
    assertThat(bare.err())
        .contains("First steps:")
        .contains("lag group join LINK")
        .contains("graph");
  }

  @Test
  void helpsOnTheWholeAndOnEachCommand() {
    Captured whole = Captured.run("--help");
    Captured part = Captured.run("graph", "paths", "--help");

    assertThat(whole.code()).isZero();
    assertThat(whole.out()).contains("First steps:").contains("Exit codes");
    assertThat(part.code()).isZero();
    assertThat(part.out()).contains("FROM").contains("--graph").doesNotContain("First steps:");
  }

  @Test
  void refusesWhatItDoesNotKnowWithExitCode2() {
    assertUsage(Captured.run("gruop"), "gruop");
    assertUsage(Captured.run("group", "creat"), "creat");
    assertUsage(Captured.run("group"), "which group command?");
    assertUsage(Captured.run("id", "--nonsense"), "--nonsense");
    assertUsage(Captured.run("group", "join"), "LINK");
    assertUsage(Captured.run("run", "--port", "many"), "many");
  }

  @Test
  void saysWhatIsWrongAsJsonIfAskedTo() {
    Captured json = Captured.run("id", "--nonsense", "--json");

    assertThat(json.code()).isEqualTo(2);
    assertThat(json.out()).isEmpty();
    assertThat(json.err().lines())
        .singleElement()
        .asString()
        .startsWith("{\"error\":\"usage\",\"message\":\"")
        .contains("--nonsense")
        .contains("\"hint\":\"lag id --help\"");
  }

  @Test
  void makesTheIdentityAtItsFirstUseAndSaysSo() {
    Captured first = id();
    Captured second = id();

    assertThat(first.code()).isZero();
    assertThat(first.err()).contains("Made new keys").contains("identity.p12");
    assertThat(second).isEqualTo(new Captured(0, first.out(), ""));
    assertThat(NodeId.parse(first.out().strip()).toString()).isEqualTo(first.out().strip());
  }

  @Test
  void printsTheIdentityAsJson() {
    String text = id().out().strip();
    Captured json = Captured.run("id", "--json", "--home", folder.toString());

    assertThat(json.json().path("node").asString()).isEqualTo(text);
    assertThat(json.json().path("ed25519").asString()).hasSize(64);
    assertThat(json.json().path("bls").asString()).hasSize(96);
  }

  @Test
  void findsTheHomeInTheEnvironment() {
    Captured first = Captured.run(Map.of("LAG_HOME", folder.toString()), "id");

    assertThat(id().out()).isEqualTo(first.out());
  }

  @Test
  void makesTheKeysAgainstAPassphraseFromTheEnvironment() throws IOException {
    Map<String, String> environment = Map.of("LAG_PASSPHRASE", "open sesame");
    Captured made = Captured.run(environment, "--home", folder.toString(), "id");
    Files.delete(HomeFolder.at(folder).identityFile());

    assertThat(Captured.run(environment, "--home", folder.toString(), "id").out())
        .isEqualTo(made.out());
    Files.delete(HomeFolder.at(folder).identityFile());
    Captured without = id();
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("has a passphrase").contains("LAG_PASSPHRASE_FILE");
  }

  @Test
  void saysThatNoNodeRunsAndHowToStartOne() {
    Captured text = Captured.run("--home", folder.toString(), "group", "list");
    Captured json = Captured.run("--home", folder.toString(), "group", "list", "--json");

    assertThat(text.code()).isEqualTo(1);
    assertThat(text.err()).contains("no node runs").contains("lag run --home " + folder);
    assertThat(json.code()).isEqualTo(1);
    assertThat(json.err()).startsWith("{\"error\":\"not-running\"");
  }

  @Test
  void saysThatANodeThatWasKilledDoesNotRun() throws IOException {
    HomeFolder home = HomeFolder.at(folder);
    Files.writeString(home.controlFile(), "{\"port\":1,\"processId\":1}");
    Files.writeString(home.controlToken(), "token");

    Captured text = Captured.run("--home", folder.toString(), "status");
    assertThat(text.code()).isEqualTo(1);
    assertThat(text.err()).contains("no node runs").contains("lag run");
  }

  @Test
  void saysWhatIsWrongInTheSettings() throws IOException {
    Files.writeString(HomeFolder.at(folder).configFile(), "[network]\nprot = 1\n");

    Captured run = Captured.run("--home", folder.toString(), "run");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("config.toml, line 2: network.prot is not known")
        .contains("advertise, deny, listen, port");
  }

  private Captured id() {
    return Captured.run("--home", folder.toString(), "id");
  }

  private static void assertUsage(Captured captured, String mentioned) {
    assertThat(captured.code()).isEqualTo(2);
    assertThat(captured.out()).isEmpty();
    assertThat(captured.err()).contains(mentioned).contains("--help");
  }
}
