package org.lagroups.scenarios.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.lagroups.node.cli.Captured;

/**
 * Types commands of {@code lag} at the node of one home, in this process, and reads what they
 * print.
 */
public record Cli(Path home) {

  /** A command failed that had to be done. */
  public static final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandException(List<String> arguments, Captured captured) {
      super(
          "lag %s: exit code %d%n%s%s"
              .formatted(
                  String.join(" ", arguments), captured.code(), captured.err(), captured.out()));
    }
  }

  /** Runs a command, however it ends. */
  public Captured run(String... arguments) {
    return Captured.at(home, arguments);
  }

  /**
   * Runs a command that has to be done, with {@code --json}.
   *
   * @throws CommandException if it fails
   */
  public Captured json(String... arguments) {
    List<String> all = Stream.concat(Stream.of("--json"), Stream.of(arguments)).toList();
    Captured captured = run(all.toArray(String[]::new));
    if (!captured.isDone()) {
      throw new CommandException(all, captured);
    }
    return captured;
  }
}
