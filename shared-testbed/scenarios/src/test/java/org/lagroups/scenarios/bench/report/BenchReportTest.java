package org.lagroups.scenarios.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.node.control.json.Json;

final class BenchReportTest {

  private static final Measurement BELOW = Measurement.against("below", "ms", 1_999, 2_000);
  private static final Measurement AT = Measurement.against("at", "ms", 2_000, 2_000);
  private static final Measurement FREE = Measurement.alone("free", "ms", 9_999);

  @Test
  void passesWhenEverythingWithABoundIsBelowIt() {
    BenchReport report = BenchReport.of(List.of(BELOW, FREE));
    assertThat(report.passed()).isTrue();
    assertThat(report.table())
        .anySatisfy(line -> assertThat(line).startsWith("below").endsWith("PASS"))
        .noneMatch(line -> line.contains("over"));
    assertThat(report.table().getLast()).startsWith("free").doesNotContain("PASS");
  }

  @Test
  void givesNoRatioToAPeerOfZero() {
    Measurement flaps =
        new Measurement("flaps", "", 0, Map.of("peer", 0.0), OptionalDouble.empty());
    assertThat(flaps.ratio()).isEmpty();
  }

  @Test
  void failsWhenABoundIsReached() {
    BenchReport report = BenchReport.of(List.of(BELOW, AT, FREE));
    assertThat(report.passed()).isFalse();
    assertThat(report.table())
        .anySatisfy(line -> assertThat(line).startsWith("at ").endsWith("over"));
  }

  @Test
  void failsAndSaysWhyWhenSomethingCouldNotBeMeasured() {
    List<String> told = new ArrayList<>();
    Failures failures = new Failures(told::add);
    failures.add("64 nodes", "the views never became full\nand more");
    BenchReport report =
        BenchReport.of(Stream.concat(Stream.of(BELOW), failures.rows().stream()).toList());
    assertThat(report.passed()).isFalse();
    assertThat(report.table().getLast())
        .startsWith("64 nodes")
        .endsWith("FAIL  the views never became full");
    assertThat(told).singleElement().asString().contains("64 nodes", "and more");
    assertThat(new String(Json.writeBytes(report), StandardCharsets.UTF_8))
        .contains("\"name\":\"below\",\"unit\":\"ms\",\"ours\":1999")
        .contains("\"name\":\"64 nodes\",\"unit\":\"\",\"ours\":null")
        .contains("\"failed\":\"the views never became full\\nand more\"");
  }
}
