package org.lagroups.scenarios.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;

/** What systemd says of the unit that {@code lag guard unit} prints. It starts nothing. */
@Timeout(60)
final class UnitFileTest {

  private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
  private static final Path IP = Path.of("/usr/sbin/ip");
  private static final String LAG = "/usr/local/bin/lag";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void assumeTools() {
    assumeTrue(Files.isExecutable(ANALYZE), "needs systemd-analyze");
    assumeTrue(Files.isExecutable(IP), "needs ip where the unit has it");
  }

  @Test
  void systemdHasNothingToSayAgainstIt() throws IOException, InterruptedException {
    assertThat(verify(unit())).isEmpty();
  }

  @Test
  void systemdWouldHaveSaidWhatItDoesNotKnow() throws IOException, InterruptedException {
    assertThat(verify(unit().replace("Restart=always", "Restart=sometimes"))).contains("sometimes");
    assertThat(verify(unit().replace("PrivateTmp", "PrivateTemp"))).contains("PrivateTemp");
  }

  /** As it is printed, but for the program, which has to be there. */
  private static String unit() {
    Captured printed = Captured.run("guard", "unit");
    assertThat(printed.code()).isZero();
    assertThat(printed.out()).contains("ExecStart=" + LAG + " ");
    return printed.out().replace(LAG, "/bin/true");
  }

  private String verify(String unit) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("lag-guard.service"), unit);
    Process process =
        new ProcessBuilder(List.of(ANALYZE.toString(), "verify", "--man=no", file.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
