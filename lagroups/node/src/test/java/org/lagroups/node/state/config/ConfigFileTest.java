package org.lagroups.node.state.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.monitor.ask.Question;
import org.lagroups.core.monitor.ask.QuestionSettings;
import org.lagroups.core.monitor.kit.BatteryPlan;
import org.lagroups.core.monitor.kit.KitSettings;
import org.lagroups.core.monitor.kit.TestKind;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;

class ConfigFileTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));
  private static final NodeId NODE = Identity.generate(new Random(1)).nodeId();

  @TempDir private Path folder;

  @Test
  void writesACommentedFileThatChangesNothing() throws IOException {
    Path file = folder.resolve("config.toml");

    assertThat(ConfigFile.readOrCreate(file)).isEqualTo(NodeConfig.DEFAULT);
    assertThat(ConfigFile.readOrCreate(file)).isEqualTo(NodeConfig.DEFAULT);
    assertThat(Files.readString(file)).contains("#validity-seconds = 60");
  }

  @Test
  void showsTheDefaultsAsTheyAre() throws IOException {
    Path file = folder.resolve("config.toml");
    ConfigFile.readOrCreate(file);
    String uncommented =
        Pattern.compile("^#(?=[a-z-]+ = )", Pattern.MULTILINE)
            .matcher(Files.readString(file))
            .replaceAll("")
            .replace("\"node.example.org:4700\"", "");

    assertThat(ConfigFile.parse(file, uncommented)).isEqualTo(NodeConfig.DEFAULT);
  }

  @Test
  void readsEverySetting() {
    NodeConfig config =
        parse(
            """
            name = "alice"
            [network]
            listen = "127.0.0.1"
            port = 4700
            advertise = ["a.example", "b.example:1", "[2001:db8::1]:2"]
            deny = ["%s"]
            [control]
            port = 4701
            [groups]
            validity-seconds = 20
            [share]
            verify-paths = 3
            [cast]
            uplink-bits-per-second = 4000000
            [log]
            level = "debug"
            [tests]
            battery = ["heartbeat", "flood", "answers"]
            needed = 2
            throughput-bits-per-second = 5
            flood-messages-per-second = 6
            flood-bytes-per-second = 7
            questions = ["dns example.org", "key example.org:443"]
            question-seconds = 8
            [tests.group.%s]
            battery = ["heartbeat"]
            """
                .formatted(NODE, GROUP));

    assertThat(config.name()).isEqualTo("alice");
    assertThat(config.listenHost()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(4700);
    assertThat(config.advertised().stream().map(one -> one.at(9)).map(NodeAddress::toString))
        .containsExactly("a.example:9", "b.example:1", "[2001:db8::1]:2");
    assertThat(config.denied()).containsExactly(NODE);
    assertThat(config.controlPort()).isEqualTo(4701);
    assertThat(config.validityMillis()).isEqualTo(20_000);
    assertThat(config.verifyPaths()).isEqualTo(3);
    assertThat(config.uplinkBitsPerSecond()).isEqualTo(4_000_000);
    assertThat(config.logLevel()).isEqualTo(LogLevel.DEBUG);
    KitSettings kit = config.tests().kit();
    assertThat(kit.standard())
        .isEqualTo(
            new BatteryPlan(EnumSet.of(TestKind.HEARTBEAT, TestKind.FLOOD, TestKind.ANSWERS), 2));
    assertThat(kit.planOf(GROUP)).isEqualTo(BatteryPlan.allOf(EnumSet.of(TestKind.HEARTBEAT)));
    assertThat(kit.throughput().floorBitsPerSecond()).isEqualTo(5);
    assertThat(kit.flood().messages()).isEqualTo(new Rate(6, 12));
    assertThat(kit.flood().bytes()).isEqualTo(new Rate(7, 14));
    assertThat(config.tests().questions())
        .isEqualTo(
            new QuestionSettings(
                List.of(Question.parse("dns example.org"), Question.parse("key example.org:443")),
                Duration.ofSeconds(8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nmae = "x"                      | line 1: nmae is not known here      | name
          [network]~prot = 1              | line 2: network.prot is not known   | port
          [netwrok]~port = 1              | line 1: netwrok is not known        | network
          [network]~~port = 70000         | line 3: network.port cannot be      | from 0 to 65535
          [network]~port = "80"           | line 2: network.port cannot be      | from 0 to 65535
          [network]~listen = 1            | line 2: network.listen is a text    | double quotes
          [network]~listen = "not valid"  | line 2: network.listen is wrong     | not a host name
          [network]~deny = "n1"           | line 2: network.deny is a list      | ["one", "two"]
          [network]~deny = ["n1typo"]     | line 2: network.deny is wrong       | ID
          [log]~level = "loud"            | line 2: log.level cannot be "loud"  | "error", "warn", "info"
          log = 1                         | line 1: log is a table              | [log]
          [groups]~validity-seconds = 0   | line 2: groups.validity-seconds     | from 1 to 86400
          [tests]~battery = []            | line 2: tests.battery is wrong      | one test or more
          [tests]~battery = ["luck"]      | line 2: tests.battery is wrong      | "heartbeat", "latency"
          [tests]~needed = 3              | line 2: tests.needed cannot be 3    | from 0 to 2
          [tests]~flood-bytes-per-second=0 | line 2: tests.flood-bytes-per-second | from 1
          [tests]~battery = ["answers"]   | tests.questions is wrong            | "dns NAME"
          [tests]~questions = ["dns a b"] | line 2: tests.questions is wrong    | without blanks
          [tests.group.x]~needed = 1      | tests.group.x is wrong              | begin with g1
          [tests.group]~x = 1             | line 2: tests.group.x is a table    | [x]
          name = "x                       | line 1:                             | TOML
          name = "a"~name = "b"           | line                                | TOML
          """)
  void saysWhereAndWhatIsAllowed(String text, String message, String hint) {
    assertThatThrownBy(() -> parse(text.replace('~', '\n') + "\n"))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(StateException.Kind.CONFIG);
              assertThat(e)
                  .hasMessageContaining("config.toml")
                  .hasMessageContaining(message.strip());
              assertThat(e.hint()).contains(hint.strip());
            });
  }

  @Test
  void refusesANameThatOthersWouldNotAccept() {
    assertThatThrownBy(() -> parse("name = \"" + "ä".repeat(33) + "\""))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("name is wrong");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Alice", "a \"b\" \\ c", "tab\tname\u007f", "äöü$1", ""})
  void renamesTheNodeAndLeavesTheRest(String name) throws IOException {
    Path file = folder.resolve("config.toml");
    ConfigFile.readOrCreate(file);
    String before = Files.readString(file);
    assertThat(ConfigFile.rename(file, "first").name()).isEqualTo("first");
    assertThat(ConfigFile.rename(file, name).name()).isEqualTo(name);
    assertThat(ConfigFile.readOrCreate(file).name()).isEqualTo(name);
    assertThat(Files.readString(file).lines().filter(line -> !line.startsWith("name")))
        .containsExactlyElementsOf(
            before.lines().filter(line -> !line.startsWith("#name")).toList());
  }

  @Test
  void renamesWhereTheFileSaysNothingOfANameAndNotInATable() throws IOException {
    Path file = folder.resolve("config.toml");
    OwnerFiles.write(file, "[network]\nport = 4700\n".getBytes(StandardCharsets.UTF_8));
    assertThat(ConfigFile.rename(file, "Bob")).isEqualTo(ConfigFile.readOrCreate(file));
    assertThat(Files.readString(file)).isEqualTo("name = \"Bob\"\n[network]\nport = 4700\n");
  }

  @Test
  void leavesTheFileAloneIfTheNewNameIsWrong() throws IOException {
    Path file = folder.resolve("config.toml");
    ConfigFile.readOrCreate(file);
    String before = Files.readString(file);
    assertThatThrownBy(() -> ConfigFile.rename(file, "x".repeat(65)))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("name is wrong");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  private NodeConfig parse(String text) {
    return ConfigFile.parse(folder.resolve("config.toml"), text);
  }
}
