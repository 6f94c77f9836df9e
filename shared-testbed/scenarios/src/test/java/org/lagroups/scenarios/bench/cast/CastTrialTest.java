package org.lagroups.scenarios.bench.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.netlab.HostPlan;
import org.lagroups.scenarios.netlab.Laboratories;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.netlab.Rate;
import org.lagroups.simnet.seed.Seeds;

/** Real nodes in hosts of a laboratory, as the benchmark has them. */
@Tag("network")
final class CastTrialTest {

  private static final List<String> HOSTS = List.of("s", "a", "b");
  private static final long LIMIT_MILLIS = 60_000;

  @TempDir private Path folder;

  @Test
  void eachReceiverGetsTheFileAlthoughOneAltersIt() throws Exception {
    assumeTrue(Seeds.isFull(), "takes up to 20 s on a busy machine");
    Laboratories.assumePossible();
    byte[] content = new byte[1_000_003];
    new SplittableRandom(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    List<HostPlan> plans =
        HOSTS.stream().map(name -> HostPlan.of(name).up(Rate.ofMbit(20))).toList();
    try (Laboratory laboratory = Laboratory.make("cast-trial", plans);
        CastTrial trial = CastTrial.start(laboratory, HOSTS, folder)) {
      trial.process("a").ask("meddle corrupt");
      CastRun run = trial.begin(file);
      run.awaitWhole(LIMIT_MILLIS);
      assertThat(run.lostBytes()).isZero();
      assertThat(run.timelines()).hasSize(2);
      assertThat(run.goodputMbit()).isBetween(.1, 21.0);
      assertThat(run.cpuSecondsPerGbit()).isPositive();
      trial.end();
      content[1_000_000] ^= 1;
      Files.write(run.copy("b"), content);
      assertThat(run.lostBytes()).isEqualTo(3);
    }
  }
}
