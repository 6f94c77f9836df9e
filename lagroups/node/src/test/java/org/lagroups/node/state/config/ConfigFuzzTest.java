package org.lagroups.node.state.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.state.StateException;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever is in the file of settings: settings, or a refusal that names the line. */
final class ConfigFuzzTest {

  private static final Path FILE = Path.of("config.toml");

  @MethodSource("files")
  @FuzzTest(maxDuration = "30s")
  void toml(byte[] input) {
    try {
      assertThat(ConfigFile.parse(FILE, new String(input, StandardCharsets.UTF_8))).isNotNull();
    } catch (StateException refused) {
      assertThat(refused.getMessage()).contains("config.toml");
    }
  }

  /** Whatever is in the file: a setting is replaced and nothing else, or the change is refused. */
  @MethodSource("files")
  @FuzzTest(maxDuration = "30s")
  void edit(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Map<String, List<String>> port = Map.of("network.port", List.of("4712"));
    try {
      String changed = new ConfigChanges(FILE, port, Set.of()).in(text);
      assertThat(ConfigFile.parse(FILE, changed).port()).isEqualTo(4712);
      String back = new ConfigChanges(FILE, Map.of(), port.keySet()).in(changed);
      assertThat(ConfigFile.parse(FILE, back).port()).isZero();
    } catch (StateException refused) {
      assertThat(refused.getMessage()).containsAnyOf("config.toml", "cannot be replaced");
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(files(), this::toml);
    ShortRun.on(files(), this::edit);
  }

  static List<byte[]> files() {
    String text =
        """
        name = "alice"
        [network]
        listen = "127.0.0.1"
        port = 4000
        advertise = ["host.example:80", "[::1]"]
        deny = []
        [groups]
        validity-seconds = 60
        [log]
        level = 'debug' # enough
        """;
    String tooLong = text.replace("4000", "4".repeat(120));
    return List.of(text.getBytes(StandardCharsets.UTF_8), tooLong.getBytes(StandardCharsets.UTF_8));
  }
}
