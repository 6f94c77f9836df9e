package org.lagroups.scenarios.bench.group.space;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Commands of the system, of which only the exit code counts. */
final class Tool {

  private static final long LONGEST_SECONDS = 10;

  private Tool() {}

  static boolean succeeds(List<String> command) throws InterruptedException {
    return succeeds(command, "");
  }

  /** With something to read, which must be short. */
  static boolean succeeds(List<String> command, String input) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      if (process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
