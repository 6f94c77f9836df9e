package org.lagroups.wormguard.rule.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.node.control.json.Json;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.testing.VerifyCases;
import tools.jackson.databind.JsonNode;

/**
 * Rules as they are published, in {@code shared/data} beside the project; skipped where that is
 * missing.
 */
final class PublishedRulesTest {

  private static final String DATA = "shared/data";

  private static final Predicate<String> RULE =
      Pattern.compile("^(alert|drop|pass|reject) ").asPredicate();

  /** What is beyond the subset of the checks and is taken all the same. */
  private static final List<String> TAKEN =
      List.of(
          "byte_extract",
          "flowbits",
          "byte_math",
          "icmp_id",
          "icmpv4.hdr",
          "icmpv6.mtu",
          "ipv4.hdr",
          "ipv6.hdr",
          "icmp_seq",
          "prefilter",
          "protocol icmpv6",
          "protocol ipv4",
          "protocol ipv6",
          "protocol tcp-pkt",
          "protocol tcp-stream",
          "tcp.flags",
          "threshold");

  /** A rule of a check is taken, unless it is beyond the subset: then its keyword is named. */
  @TestFactory
  Stream<DynamicTest> takesTheRulesOfTheChecks() {
    return VerifyCases.all().stream()
        .map(one ->
            DynamicTest.dynamicTest(one.name(), () -> check(one.capture().resolveSibling("."))));
  }

  private static void check(Path folder) throws IOException {
    RuleSet set = load(folder.resolve("rules.rules"));
    Map<Integer, List<String>> beyond = new TreeMap<>();
    JsonNode expected = Json.readTree(Files.readAllBytes(folder.resolve("expected.json")));
    for (JsonNode rule : expected.get("beyond_subset")) {
      List<String> what =
          rule.get("what")
              .valueStream()
              .map(JsonNode::stringValue)
              .filter(w -> !TAKEN.contains(w))
              .toList();
      if (!what.isEmpty()) {
        beyond.put(rule.get("line").intValue(), what);
      }
    }
    assertThat(set.refused())
        .extracting(RefusedRule::line)
        .containsExactlyElementsOf(beyond.keySet());
    for (RefusedRule refusal : set.refused()) {
      String keyword = refusal.keyword();
      String named =
          keyword.equals("protocol") ? keyword + " " + refusal.reason().split(" ", 2)[0] : keyword;
      assertThat(beyond.get(refusal.line())).contains(named);
    }
    try (Stream<String> lines = Files.lines(folder.resolve("rules.rules"))) {
      assertThat(set.rules().size() + set.refusedCount()).isEqualTo(lines.filter(RULE).count());
    }
  }

  /** How many load, and why the others do not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          emerging-worm.rules      | 8   | protocol=11
          emerging-shellcode.rules | 138 | protocol=48
          emerging-netbios.rules   | 464 | asn1=8 dce_iface=1 tag=2
          """)
  void takesMostOfWhatIsPublished(String name, int loaded, String refused) throws IOException {
    RuleSet set = load(data("rules").resolve(name));
    assertThat(set.rules()).hasSize(loaded);
    assertThat(byKeyword(set)).isEqualTo(refused);
  }

  private static String byKeyword(RuleSet set) {
    return set.refused().stream()
        .collect(Collectors.groupingBy(RefusedRule::keyword, TreeMap::new, Collectors.counting()))
        .entrySet()
        .stream()
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }

  private static RuleSet load(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return RuleLoader.load(in, Variables.DEFAULTS);
    }
  }

  private static Path data(String name) {
    Path above = Path.of("").toAbsolutePath();
    while (above.getParent() != null && !Files.isDirectory(above.resolve(DATA))) {
      above = above.getParent();
    }
    Path folder = above.resolve(DATA).resolve(name);
    assumeTrue(Files.isDirectory(folder), () -> "skipped, as it is missing: " + folder);
    return folder;
  }
}
