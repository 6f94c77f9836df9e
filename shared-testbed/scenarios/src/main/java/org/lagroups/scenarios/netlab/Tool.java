package org.lagroups.scenarios.netlab;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.cli.CommandFailedException;

/** Commands of the system that read and print little, and soon end. */
final class Tool {

  static final String NEEDS =
      "it needs root's right to make network namespaces, and `ip`, `tc` and `nft` (Debian: iproute2"
          + " and nftables)";

  private static final long LONGEST_SECONDS = 10;

  private Tool() {}

  /** How a command ended, and what it printed. */
  private record Result(boolean isDone, String output) {}

  /** Whether it ends with 0. */
  static boolean succeeds(List<String> command) throws InterruptedException {
    return run(command, "").isDone();
  }

  /**
   * Gives it something to read; what it prints.
   *
   * @throws CommandFailedException if it is missing or fails
   */
  static String require(List<String> command, String input) throws InterruptedException {
    Result result = run(command, input);
    if (!result.isDone()) {
      throw new CommandFailedException(
          "`%s` failed: %s".formatted(String.join(" ", command), result.output().strip()), NEEDS);
    }
    return result.output();
  }

  private static Result run(List<String> command, String input) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
        in.write(input);
      }
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(false, "no end within %d s".formatted(LONGEST_SECONDS));
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Result(process.exitValue() == 0, output);
    } catch (IOException e) {
      return new Result(false, String.valueOf(e.getMessage()));
    }
  }
}
