package org.lagroups.scenarios.bench.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.scenarios.bench.report.Measurement;

@Tag("network")
@Timeout(180)
final class UiBenchmarkTest {

  private static final double LEAST_FRAME_MILLIS = 1_000.0 / 60;

  @Test
  void opensTheWindowGoesThroughTheResultsAndMovesTheGraph(@TempDir Path folder)
      throws InterruptedException {
    List<String> told = new ArrayList<>();
    List<Measurement> measured = new UiBenchmark(folder, 1, 2_000, 30).run(told::add);
    assertThat(told).noneMatch(line -> line.contains("FAILED"));
    assertThat(measured)
        .extracting(Measurement::name)
        .containsExactly(
            "window: start to first frame",
            "window: start to connected",
            "2,000 results, top to end",
            "2,000 results, top to end: mean frame",
            "2,000 results, top to end: longest frame",
            "2,000 results, by the wheel",
            "2,000 results, by the wheel: mean frame",
            "2,000 results, by the wheel: longest frame",
            "graph of 64 and 1,000",
            "graph of 64 and 1,000: mean frame",
            "graph of 64 and 1,000: longest frame");
    assertThat(measured.get(1).ours()).isGreaterThan(measured.get(0).ours());
    assertThat(measured.get(3).ours()).isGreaterThan(LEAST_FRAME_MILLIS * 0.9);
    assertThat(measured.get(4).ours()).isGreaterThanOrEqualTo(measured.get(3).ours());
    assertThat(measured.get(3).bound()).hasValue(1_000.0 / 30);
  }
}
