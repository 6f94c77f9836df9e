package org.lagroups.scenarios.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.node.cli.Lag;

final class SimCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void theHelpListsAllScenarios() {
    Run help = run("sim", "--help");
    assertThat(help.code()).isZero();
    Scenarios.all()
        .forEach(scenario ->
            assertThat(help.out()).contains("  " + scenario.name() + " ", scenario.summary()));
  }

  @Test
  void playsAndWritesTheReportToAFile() throws IOException {
    Path file = folder.resolve("report.json");
    Run played =
        run("sim", "lonely-link", "--nodes", "10", "--seed", "3", "--json", file.toString());
    assertThat(played.code()).as(played.err()).isZero();
    assertThat(played.out()).contains("healthy nodes never flap", "events per second");
    assertThat(Files.readString(file))
        .contains(
            "\"scenario\":\"lonely-link\"",
            "\"seed\":3",
            "\"passed\":true",
            "\"replay\":\"./lag sim lonely-link --nodes 10 --seed 3\"");
    assertThat(folder).isDirectoryContaining(one -> one.equals(file));
    assertThat(file.resolveSibling("report.json.part")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "nope, there is no scenario 'nope'",
    "lonely-link --nodes 9, 'takes 10 to '",
    "lonely-link --seed -1, --seed is 0 or more",
    "lonely-link --island 10, --island is 0 to 9",
    "lonely-link --threads 0, --threads is 1 to 64",
    "lonely-link --uplink 10, only `cast` has",
    "cast --uplink 0, --uplink is 1 to 100000",
    "lonely-link report.json, add --json"
  })
  void refusesWhatIsOutOfBounds(String arguments, String complaint) {
    Run refused = run(("sim " + arguments).split(" "));
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains(complaint);
  }

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Lag.run(
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
