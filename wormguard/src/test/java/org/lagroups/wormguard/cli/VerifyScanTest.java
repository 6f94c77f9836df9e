package org.lagroups.wormguard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.cli.Captured;
import org.lagroups.wormguard.testing.VerifyCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published captures, scanned by the command as a user would, with the events of a widely used
 * engine: as many of them, with the same fields.
 */
final class VerifyScanTest {

  private static final Set<String> ADDRESSES = Set.of("src_ip", "dest_ip");

  /** Checks on rules that are refused: their sid, or -1 for any, by case. */
  private static final Map<String, List<Long>> BEYOND_THE_LANGUAGE =
      Map.of("detect-hostbits--detect-hostbits-03", List.of(1L, 2L, 3L));

  @TempDir private Path folder = Path.of(".");

  private final JsonMapper json = JsonMapper.builder().build();

  @Test
  void alertsAsTheOtherEngineDoes() throws IOException {
    Map<String, List<Long>> wrong = new LinkedHashMap<>();
    for (VerifyCases.Case each : VerifyCases.all()) {
      List<Long> failed = failed(each);
      if (!failed.isEmpty()) {
        wrong.put(each.name(), failed);
      }
    }
    assertThat(wrong).isEqualTo(BEYOND_THE_LANGUAGE);
  }

  /** The checks of a case that do not hold. */
  private List<Long> failed(VerifyCases.Case each) throws IOException {
    JsonNode expected = json.readTree(each.capture().resolveSibling("expected.json"));
    boolean ignoresChecksums = expected.get("checksums").asString().equals("ignore");
    List<JsonNode> events = scan(each, ignoresChecksums ? "none" : "all");
    List<Long> failed = new ArrayList<>();
    for (JsonNode check : expected.get("checks")) {
      long count = events.stream().filter(event -> isMeant(check, event)).count();
      if (count != check.get("count").asLong()) {
        JsonNode signature = check.get("signature_id");
        failed.add(signature.isNull() ? -1 : signature.asLong());
      }
    }
    return failed;
  }

  private List<JsonNode> scan(VerifyCases.Case each, String checksums) throws IOException {
    Path eve = folder.resolve("eve.json");
    Files.deleteIfExists(eve);
    Captured run =
        Captured.at(
            folder,
            "guard",
            "scan",
            "--rules",
            each.capture().resolveSibling("rules.rules").toString(),
            "--pcap",
            each.capture().toString(),
            "--eve",
            eve.toString(),
            "-k",
            checksums);
    if (run.err().contains("there is no rule to look for")) {
      return List.of();
    }
    assertThat(run.code()).as(each.name() + run.err()).isZero();
    return Files.readAllLines(eve).stream().map(json::readTree).toList();
  }

  private static boolean isMeant(JsonNode check, JsonNode event) {
    JsonNode signature = check.get("signature_id");
    if (!signature.isNull() && signature.asLong() != event.at("/alert/signature_id").asLong()) {
      return false;
    }
    return check.get("match").properties().stream()
        .allMatch(field -> isSame(field.getKey(), field.getValue(), event));
  }

  private static boolean isSame(String name, JsonNode wanted, JsonNode event) {
    JsonNode there = event.at("/" + name.replace('.', '/'));
    return ADDRESSES.contains(name)
        ? InetAddress.ofLiteral(wanted.asString()).equals(InetAddress.ofLiteral(there.asString()))
        : there.equals(wanted);
  }
}
