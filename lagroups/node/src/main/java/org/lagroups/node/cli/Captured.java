package org.lagroups.node.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * What a run of {@code lag} within this process has printed, for a program that types commands.
 *
 * @param code 0 if it was done
 */
public record Captured(int code, String out, String err) {

  /** Runs a command at a home, and waits until it has ended. From any thread. */
  public static Captured at(Path home, String... arguments) {
    return run(
        Stream.concat(Stream.of("--home", home.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Runs a command with these variables as its environment. */
  public static Captured run(Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Lag.run(
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            args);
    return new Captured(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command, with nothing in its environment. */
  public static Captured run(String... args) {
    return run(Map.of(), args);
  }

  /** Whether it was done. */
  public boolean isDone() {
    return code == 0;
  }

  /** What it printed with {@code --json}. */
  public JsonNode json() {
    return Json.readTree(out.getBytes(StandardCharsets.UTF_8));
  }
}
