package org.lagroups.node.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigEvents;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.ConfigView.SettingView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.client.EventStream;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.testing.TestNodes;
import tools.jackson.databind.JsonNode;

/** The settings, through a running node and the command. */
@Tag("network")
class ConfigApiTest {

  private static final String PATH = "/v1/config";

  @TempDir private Path folder;
  private TestNodes nodes;
  private NodeProcess process;
  private ControlClient client;

  @BeforeEach
  void start() {
    nodes = new TestNodes(folder);
    process = nodes.start("alice");
    client = nodes.client("alice");
  }

  @AfterEach
  void stop() {
    nodes.close();
  }

  @Test
  void showsWhatTheFileSaysAndWithWhatTheNodeRuns() {
    ConfigView view = client.get(PATH, ConfigView.class);

    assertThat(view.file()).isEqualTo(nodes.home("alice").configFile().toString());
    assertThat(view.problem()).isNull();
    assertThat(setting(view, "network.port"))
        .isEqualTo(
            new SettingView(
                "network.port",
                "number",
                List.of("0"),
                false,
                List.of("0"),
                List.of("0"),
                false,
                0L,
                65_535L,
                List.of()));
    SettingView name = setting(view, "name");
    assertThat(name.value()).containsExactly("");
    assertThat(name.running()).containsExactly("alice");
    assertThat(name.pending()).as("an option of the start says otherwise").isTrue();
    assertThat(setting(view, "log.level").choices()).contains("error", "trace");
  }

  @Test
  void changesHoldFromTheNextStartAndAreTold() {
    try (EventStream events = client.events(null)) {
      ConfigView view = put(Map.of("share.verify-paths", List.of("5")), List.of());

      SettingView changed = setting(view, "share.verify-paths");
      assertThat(changed.value()).containsExactly("5");
      assertThat(changed.running()).containsExactly("2");
      assertThat(changed.pending()).isTrue();
      assertThat(events.next().orElseThrow().type()).isEqualTo(ConfigEvents.CHANGED);
    }
    assertThat(process.node().config().verifyPaths()).isEqualTo(2);
    process.close();
    process = nodes.start("alice");
    assertThat(process.node().config().verifyPaths()).isEqualTo(5);
    client = nodes.client("alice");
    assertThat(setting(put(Map.of(), List.of("share.verify-paths")), "share.verify-paths").value())
        .containsExactly("2");
  }

  @Test
  void refusesByFieldAndChangesNothing() throws IOException {
    Path file = nodes.home("alice").configFile();
    String before = Files.readString(file);

    assertThatThrownBy(
            () -> put(Map.of("name", List.of("x"), "network.port", List.of("70000")), List.of()))
        .isInstanceOfSatisfying(
            ControlException.class,
            e -> {
              assertThat(e.code()).isEqualTo("bad-setting");
              assertThat(e.field()).isEqualTo("network.port");
              assertThat(e).hasMessage("network.port cannot be 70000");
              assertThat(e.hint()).isEqualTo("a whole number from 0 to 65535");
            });
    Map<String, List<String>> many =
        IntStream.range(0, 65).boxed().collect(Collectors.toMap(i -> "key" + i, i -> List.of("x")));
    assertCode("too-many-settings", () -> put(many, List.of()));
    List<String> long1 = Collections.nCopies(68_000, "host.example");
    assertCode("config", () -> put(Map.of("network.advertise", long1), List.of()));
    assertCode("body-too-long", () -> put(Map.of("name", List.of("x".repeat(1 << 20))), List.of()));
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void refusesBodiesThatAreNone() {
    for (String body :
        List.of(
            "{\"set\":{\"name\":[null]}}",
            "{\"set\":{\"name\":null}}",
            "{\"set\":{\"name\":\"x\"}}",
            "{\"set\":{\"name\":[[\"x\"]]}}",
            "{\"set\":[]}",
            "{\"reset\":[null]}",
            "{\"reset\":{}}",
            "{\"token\":1}",
            "null")) {
      JsonNode json = Json.readTree(body.getBytes(StandardCharsets.UTF_8));
      assertCode("bad-body", () -> client.put(PATH, json, ConfigView.class));
    }
  }

  @Test
  void tellsThatTheFileIsWrongSinceSomebodyEditedIt() throws IOException {
    Files.writeString(nodes.home("alice").configFile(), "[network]\nport = 70000\n");

    assertThat(client.get(PATH, ConfigView.class).problem())
        .isNotNull()
        .extracting(ConfigView.Problem::message, InstanceOfAssertFactories.STRING)
        .contains("config.toml, line 2: network.port cannot be 70000");
    assertCode("config", () -> put(Map.of("name", List.of("x")), List.of()));
    assertThat(lag("config", "show").err()).contains("line 2: network.port");
    assertThat(put(Map.of("network.port", List.of("0")), List.of()).problem()).isNull();
  }

  @Test
  void hasACommand() {
    assertThat(lag("config", "show").out())
        .contains("file  " + nodes.home("alice").configFile())
        .containsPattern("network.port +0 +default")
        .containsPattern("name +- +runs with alice until the next start");
    Captured set = lag("config", "set", "network.advertise", "a.example", "b.example:1");
    assertThat(set.out()).isEqualTo("network.advertise = a.example, b.example:1\n");
    assertThat(set.err()).contains("The node runs with - until its next start.");
    assertThat(lag("--json", "config", "set", "network.port", "x").err())
        .contains("\"error\":\"bad-setting\"", "\"field\":\"network.port\"");
    process.close();

    assertThat(lag("config", "show").out()).containsPattern("advertise +a.example, b.example:1\n");
    assertThat(lag("config", "set", "log.level", "loud").err())
        .startsWith("lag: log.level cannot be \"loud\"")
        .contains("one of \"error\"");
    assertThat(lag("config", "set", "log.level").err()).contains("has one value, not 0");
    assertThat(lag("--json", "config", "set", "log.level", "debug").json().path("running").isNull())
        .isTrue();
    assertThat(lag("config", "reset", "log.level").out()).isEqualTo("log.level = info\n");
    assertThat(lag("config").code()).isEqualTo(2);
  }

  private Captured lag(String... arguments) {
    return Captured.at(nodes.home("alice").state(), arguments);
  }

  private ConfigView put(Map<String, List<String>> set, List<String> reset) {
    return client.put(PATH, new ConfigChange(set, reset), ConfigView.class);
  }

  private static void assertCode(String code, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(ControlException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static SettingView setting(ConfigView view, String key) {
    return view.settings().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }
}
