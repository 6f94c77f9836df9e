package org.lagroups.node.state.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void shortRun() {
    ShortRun.on(files(), this::toml);
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
