package org.lagroups.wormguard.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.engine.BlockingPolicy;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;
import org.lagroups.wormguard.runtime.matching.Matching;
import org.lagroups.wormguard.testing.VerifyCases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published captures, with the alerts of a widely used engine: as often as that alerts. What an
 * alert says besides its rule is not compared here.
 */
final class VerifyAlertsTest {

  private final JsonMapper json = JsonMapper.builder().build();

  /**
   * Rules of these are refused: they name headers as buffers, bits of hosts, or a size of ICMPv6.
   */
  private static final Set<String> BEYOND_THE_LANGUAGE =
      Set.of(
          "detect-bytemath-sub-03",
          "detect-hostbits--detect-hostbits-03",
          "icmp-hdr-01",
          "icmp-hdr-02",
          "ipv6-evasion--ipv6-atomic-fragments-toobig",
          "ipv6-hdr-keyword-02");

  @Test
  void alertAsOftenAsTheOtherEngine() throws IOException {
    for (VerifyCases.Case each : VerifyCases.all()) {
      if (!BEYOND_THE_LANGUAGE.contains(each.name())) {
        assertThat(differences(each)).as(each.name()).isEmpty();
      }
    }
  }

  /** What the checks that are about rules that were taken say otherwise. */
  private List<String> differences(VerifyCases.Case each) throws IOException {
    Path folder = each.capture().resolveSibling("rules.rules");
    RuleSet rules = load(folder);
    Set<Long> taken = new HashSet<>();
    for (Rule rule : rules.rules()) {
      taken.add(rule.id().signature());
    }
    Map<Long, Integer> counts = alerts(each, rules.rules());
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<String> differences = new ArrayList<>();
    JsonNode expected = json.readTree(each.capture().resolveSibling("expected.json"));
    for (JsonNode check : expected.get("checks")) {
      JsonNode signature = check.get("signature_id");
      int count = signature.isNull() ? all : counts.getOrDefault(signature.asLong(), 0);
      boolean isTaken =
          signature.isNull() ? rules.refused().isEmpty() : taken.contains(signature.asLong());
      if (!isTaken) {
        differences.add("rule refused: " + signature);
      } else if (count != check.get("count").asInt()) {
        differences.add(
            "%s: %d instead of %d".formatted(signature, count, check.get("count").asInt()));
      }
    }
    return differences;
  }

  private static RuleSet load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return RuleLoader.load(in, Variables.DEFAULTS);
    }
  }

  private static Map<Long, Integer> alerts(VerifyCases.Case each, List<Rule> rules) {
    Map<Long, Integer> counts = new HashMap<>();
    InspectSettings settings = InspectSettings.DEFAULT.withVerifyChecksums(false);
    FindingSink findings =
        found -> counts.merge(found.alert().rule().id().signature(), 1, Integer::sum);
    try (RuleIndex index = RuleIndex.of(rules, Matching.best().compiler());
        Inspector inspector =
            new Inspector(index, settings, BlockingPolicy.NOTHING, new Random(1), findings);
        PcapFile file = opened(each.capture())) {
      Frames frames = file.frames();
      while (frames.next()) {
        inspector.inspect(
            frames.memory(),
            frames.offset(),
            frames.capturedLength(),
            frames.wireLength(),
            frames.link(),
            frames.nanos());
      }
      inspector.endFlows();
    }
    return counts;
  }

  private static PcapFile opened(Path path) {
    return switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new AssertionError(why);
    };
  }
}
