package org.lagroups.scenarios.netlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RunNameTest {

  @Test
  void isReadFromWhatItNames() {
    RunName own = RunName.own();
    assertThat(RunName.of(own.name("label-1"))).hasValue(own);
    assertThat(RunName.of("lag-lab-1")).isEmpty();
    assertThat(RunName.of("another")).isEmpty();
    assertThat(own.isAlive()).isTrue();
  }

  @Test
  void ofANumberThatIsUsedAgainIsDead() {
    RunName own = RunName.own();
    assertThat(new RunName(own.pid(), own.started() - 1).isAlive()).isFalse();
  }

  /** The shell that started it has become something that does not wait for it. */
  @Test
  void ofAProcessWhoseEndNobodyNoticesIsDead() throws Exception {
    Process parent =
        new ProcessBuilder("sh", "-c", "exec 3<&0; cat <&3 & echo $!; exec sleep 20").start();
    try {
      long pid = Long.parseLong(String.valueOf(parent.inputReader().readLine()));
      long started = Long.parseLong(stat(pid)[21]);
      Path name = Path.of("/proc/" + parent.pid() + "/comm");
      await(() -> Files.readString(name, StandardCharsets.US_ASCII).equals("sleep\n"));
      parent.getOutputStream().close();
      await(() -> stat(pid)[2].equals("Z"));
      assertThat(new RunName(pid, started).isAlive()).isFalse();
    } finally {
      parent.destroyForcibly();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.call() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    assertThat(condition.call()).isTrue();
  }

  private static String[] stat(long pid) throws IOException {
    return Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.US_ASCII)
        .split(" ", -1);
  }
}
