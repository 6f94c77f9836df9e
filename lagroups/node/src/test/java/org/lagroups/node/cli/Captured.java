package org.lagroups.node.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.lagroups.node.control.json.Json;
import tools.jackson.databind.JsonNode;

/** What a run of {@code lag} has printed, and its exit code. */
public record Captured(int code, String out, String err) {

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

  public static Captured run(String... args) {
    return run(Map.of(), args);
  }

  JsonNode json() {
    return Json.readTree(out.getBytes(StandardCharsets.UTF_8));
  }
}
