package org.lagroups.node.state.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.StateException;

class ConfigStoreTest {

  private static final NodeId NODE = Identity.generate(new Random(1)).nodeId();
  private static final GroupId GROUP = GroupId.random(new Random(1));

  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          Map.entry("name", List.of("a \"b\" \\ ä # =")),
          Map.entry("network.listen", List.of("127.0.0.1")),
          Map.entry("network.port", List.of("4700")),
          Map.entry("network.advertise", List.of("a.example", "[2001:db8::1]:2", "[::1]")),
          Map.entry("network.deny", List.of(NODE.toString())),
          Map.entry("control.port", List.of("4701")),
          Map.entry("groups.validity-seconds", List.of("20")),
          Map.entry("share.verify-paths", List.of("3")),
          Map.entry("cast.uplink-bits-per-second", List.of("4000000")),
          Map.entry("tests.battery", List.of("heartbeat", "flood", "answers")),
          Map.entry("tests.needed", List.of("2")),
          Map.entry("tests.throughput-bits-per-second", List.of("5")),
          Map.entry("tests.flood-messages-per-second", List.of("6")),
          Map.entry("tests.flood-bytes-per-second", List.of("7")),
          Map.entry("tests.questions", List.of("dns example.org", "key example.org:443")),
          Map.entry("tests.question-seconds", List.of("8")),
          Map.entry("log.level", List.of("debug")));

  @TempDir private Path folder;
  private Path file;
  private ConfigStore store;

  @BeforeEach
  void writeTheFile() throws IOException {
    file = folder.resolve("config.toml");
    store = new ConfigStore(file);
    store.read();
  }

  @Test
  void changesEverySettingInItsLineAndBack() throws IOException {
    List<String> before = Files.readAllLines(file);

    SaidConfig said = store.change(OTHERS, Set.of());

    assertThat(said).isEqualTo(store.read());
    assertThat(said.settings())
        .extracting(Setting::key)
        .containsExactlyInAnyOrderElementsOf(OTHERS.keySet());
    said.settings().forEach(one -> assertThat(one.said()).contains(OTHERS.get(one.key())));
    Map<String, List<String>> values = ConfigValues.of(said.config());
    assertThat(values.keySet()).isEqualTo(OTHERS.keySet());
    OTHERS.forEach((key, value) ->
        assertThat(values.get(key)).as(key).containsExactlyInAnyOrderElementsOf(value));
    assertThat(Files.readAllLines(file)).hasSameSizeAs(before);

    assertThat(store.change(Map.of(), OTHERS.keySet()).config()).isEqualTo(NodeConfig.DEFAULT);
    assertThat(
            Files.readString(file)
                .replace("#advertise = []", "#advertise = [\"node.example.org:4700\"]"))
        .isEqualTo(before.stream().collect(Collectors.joining("\n", "", "\n")));
  }

  @Test
  void leavesCommentsAndTheRestAsAPersonWroteThem() throws IOException {
    Files.writeString(
        file,
        """
        # mine
        name = 'old' # the old one
        [ "network" ] # net
          advertise = [ # two
            "a.example", # first ] = "
            'b.example',
          ]
        \tport=1\t# port
        #port = 9
        [log]
        """);

    store.change(
        Map.of(
            "name", List.of("new"),
            "network.advertise", List.of("c.example"),
            "network.port", List.of("2"),
            "log.level", List.of("warn"),
            "share.verify-paths", List.of("4")),
        Set.of());

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            # mine
            name = "new" # the old one
            [ "network" ] # net
              advertise = ["c.example"]
            \tport=2\t# port
            #port = 9
            [log]
            level = "warn"

            [share]
            verify-paths = 4
            """);
  }

  @Test
  void changesDottedKeysAndFilesOfOtherSystems() throws IOException {
    Files.writeString(file, "network.port = 1\r\n[log]\r\nlevel = \"warn\"\r\n");

    store.change(Map.of("network.port", List.of("2")), Set.of("log.level"));

    assertThat(Files.readString(file))
        .isEqualTo("network.port = 2\r\n[log]\r\n#level = \"info\"\r\n");
  }

  @Test
  void changesTheBatteryOfOneGroup() throws IOException {
    String table = "tests.group." + GROUP;

    SaidConfig said = store.change(Map.of(table + ".battery", List.of("heartbeat")), Set.of());
    assertThat(said.config().tests().kit().planOf(GROUP).tests()).hasSize(1);
    assertThat(Files.readString(file)).endsWith("\n[" + table + "]\nbattery = [\"heartbeat\"]\n");

    store.change(Map.of(), Set.of(table + ".battery"));
    assertThat(store.read().settings()).noneMatch(one -> one.said().isPresent());
    assertRefused(
        Map.of("tests.group.x.battery", List.of("flood")), "tests.group.x", "begin with g1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          network.port            | 70000     | network.port cannot be 70000      | from 0 to 65535
          network.port            | 080       | network.port cannot be "080"      | from 0 to 65535
          network.port            | 1e3       | network.port cannot be "1e3"      | from 0 to 65535
          network.port            | 9223372036854775808 | network.port cannot be  | from 0 to 65535
          network.listen          | not valid | network.listen is wrong           | not a host name
          groups.validity-seconds | 0         | validity-seconds cannot be 0      | from 1 to 86400
          log.level               | loud      | log.level cannot be "loud"        | "error", "warn"
          network.deny            | n1typo    | network.deny is wrong             | ID
          tests.battery           | luck      | tests.battery is wrong            | "heartbeat"
          tests.battery           | answers   | tests.questions is wrong          | "dns NAME"
          tests.questions         | http ftp://x | tests.questions is wrong       | http
          network.prot            | 1         | network.prot is not known         | network.port
          network                 | 1         | network is not known              | network.port
          Network.port            | 1         | Network.port is not known         | network.port
          tests.group             | 1         | tests.group is not known          | tests.battery
          """)
  void refusesWhatNoStartWouldTake(String key, String value, String problem, String hint)
      throws IOException {
    String before = Files.readString(file);

    assertRefused(Map.of("name", List.of("x"), key, List.of(value)), problem, hint);

    assertThat(Files.readString(file)).as("nothing of a refused change is made").isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a\nb",
        "name = 1 #",
        "[log]",
        "\"name\"",
        "name.",
        "ключ",
        "a.b.c.d.e.f"
      })
  void refusesKeysThatAreNone(String key) {
    assertRefused(Map.of(key, List.of("1")), "is not known here", "the keys are name,");
    assertThatThrownBy(() -> store.change(Map.of(), Set.of(key)))
        .hasMessageContaining("is not known here");
  }

  @Test
  void refusesTextsThatAreNoneOrTooLong() throws IOException {
    String before = Files.readString(file);
    assertRefused(Map.of("name", List.of("\ud800")), "cannot be replaced", "by hand");
    assertRefused(Map.of("name", List.of("x".repeat(65))), "name is wrong", "at most 64 bytes");
    assertRefused(Map.of("name", List.of()), "name has one value, not 0", "");
    assertRefused(Map.of("name", List.of("a", "b")), "name has one value, not 2", "");
    assertRefused(Map.of("n".repeat(100_000), List.of("a")), "is not known", "");
    assertThatThrownBy(() -> store.change(Map.of("name", List.of("a")), Set.of("name")))
        .hasMessageContaining("to be set and reset");
    List<String> many = Collections.nCopies(100_000, "host.example");
    assertThatThrownBy(() -> store.change(Map.of("network.advertise", many), Set.of()))
        .hasMessageContaining("too long");
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network = { port = 1 }\n",
        "[network]\n\"po\\u0072t\" = 1\n",
        "name = \"\"\"x\n[network]\nport = 1\n\"\"\"\nnetwork = {}\n"
      })
  void leavesAloneWhatIsWrittenInARareForm(String text) throws IOException {
    Files.writeString(file, text);

    assertRefused(Map.of("network.port", List.of("2")), "cannot be replaced", "by hand");

    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void tellsWhatWasWrongBeforeAndLetsItBeRepaired() throws IOException {
    Files.writeString(file, "[network]\nport = 70000\n");

    assertThatThrownBy(() -> store.change(Map.of("name", List.of("x")), Set.of()))
        .isInstanceOf(StateException.class)
        .isNotInstanceOf(WrongSettingException.class)
        .hasMessageContaining("config.toml, line 2: network.port cannot be 70000");
    assertThat(store.change(Map.of("network.port", List.of("7")), Set.of()).config().port())
        .isEqualTo(7);

    Files.writeString(file, "[network\n");
    assertThatThrownBy(() -> store.change(Map.of("name", List.of("x")), Set.of()))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("config.toml, line 1");
  }

  @Test
  void losesNothingWhenItWasCutOffOrCannotWrite() throws IOException {
    String before = Files.readString(file);
    Path half = folder.resolve("config.toml.new");
    Files.writeString(half, "name = \"hal");

    assertThat(store.read().config()).isEqualTo(NodeConfig.DEFAULT);
    store.change(Map.of("name", List.of("whole")), Set.of());
    assertThat(store.read().config().name()).isEqualTo("whole");
    assertThat(half).doesNotExist();

    Files.createDirectories(half.resolve("in the way"));
    assertThatThrownBy(() -> store.change(Map.of(), Set.of("name")))
        .isInstanceOfSatisfying(
            StateException.class, e -> assertThat(e.kind()).isEqualTo(StateException.Kind.IO));
    assertThat(Files.readString(file))
        .isEqualTo(before.replace("#name = \"\"", "name = \"whole\""));
  }

  private void assertRefused(Map<String, List<String>> set, String problem, String hint) {
    assertThatThrownBy(() -> store.change(set, Set.of()))
        .isInstanceOfSatisfying(
            WrongSettingException.class,
            e -> {
              assertThat(e.problem()).contains(problem);
              assertThat(e.hint()).contains(hint);
            });
  }
}
