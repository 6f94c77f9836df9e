package org.lagroups.scenarios.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lagroups.node.cli.Lag;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

/**
 * Types commands of {@code lag} at the node of one home, in this process, and reads what they
 * print.
 */
public record Cli(Path home) {

  /** How a command ended and what it printed. */
  public record Result(int code, String out, String err) {

    /** Whether it was done. */
    public boolean isDone() {
      return code == 0;
    }

    /** Its lines of JSON. */
    public List<JsonNode> json() {
      return out.lines()
          .filter(line -> !line.isBlank())
          .map(line -> Json.readTree(line.getBytes(StandardCharsets.UTF_8)))
          .toList();
    }

    /** Its only or first line of JSON. */
    public JsonNode object() {
      return json().getFirst();
    }
  }

  /** A command failed that had to be done. */
  public static final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(List<String> arguments, Result result) {
      super(
          "lag %s: exit code %d%n%s%s"
              .formatted(String.join(" ", arguments), result.code, result.err, result.out));
    }
  }

  /** Runs a command, however it ends. */
  public Result run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] all =
        Stream.concat(Stream.of("--home", home.toString()), Stream.of(arguments))
            .toArray(String[]::new);
    int code =
        Lag.run(
            Map.of("NO_COLOR", "1"),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            all);
    return new Result(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /**
   * Runs a command that has to be done, with {@code --json}.
   *
   * @throws CommandException if it fails
   */
  public Result json(String... arguments) {
    List<String> all = Stream.concat(Stream.of("--json"), Stream.of(arguments)).toList();
    Result result = run(all.toArray(String[]::new));
    if (!result.isDone()) {
      throw new CommandException(all, result);
    }
    return result;
  }
}
