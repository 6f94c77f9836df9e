package org.lagroups.scenarios.bench.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.guard.bare.BarePass;
import org.lagroups.scenarios.bench.guard.host.Pass;
import org.lagroups.scenarios.bench.guard.host.Subject;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.report.BenchReport;
import org.lagroups.scenarios.bench.report.Measurement;

final class ScanRowsTest {

  private static final Offset<Double> CLOSE = within(1e-9);
  private static final long FRAMES = 1_000_000;

  /** 500 bytes each; the first rule has to hold twice, the second 5 times. */
  private static final CaptureFacts FACTS =
      new CaptureFacts(
          FRAMES, 500 * FRAMES, FRAMES, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(2L, 5L, 9L));

  @Test
  void tellsTheMedianOfRatesAndOfRatiosWithinARound() {
    List<Measurement> rows =
        rows(round(1, 2, 10, 8, 7), round(2, 2, 10, 20, 7), round(4, 5, 10, 10, 7));
    Measurement rate = rows.getFirst();
    assertThat(rate.ours()).isEqualTo(0.5, CLOSE);
    assertThat(rate.peers().get("C")).isEqualTo(0.5, CLOSE);
    assertThat(rate.peers().get("double array trie")).isEqualTo(0.1, CLOSE);
    assertThat(rows.get(1).ours()).isEqualTo(2, CLOSE);
    assertThat(rows.get(2).ours()).isEqualTo(1.25, CLOSE);
    assertThat(rows.get(3).ours()).isEqualTo(0.25, CLOSE);
  }

  @Test
  void holdsTheFasterLibraryAgainstTheBar() {
    assertThat(rows(round(1, 1, 5, 4.2, 7)).get(3).ours()).isEqualTo(1 / 4.2, CLOSE);
    assertThat(BenchReport.of(rows(round(1, 1, 5, 4.2, 7))).passed()).isTrue();
    assertThat(BenchReport.of(rows(round(1, 1, 5, 3.8, 7))).passed()).isFalse();
  }

  @Test
  void failsWhereTheProgramInCIsTooFarAhead() {
    assertThat(BenchReport.of(rows(round(0.81, 1, 5, 5, 7))).passed()).isTrue();
    assertThat(BenchReport.of(rows(round(0.79, 1, 5, 5, 7))).passed()).isFalse();
  }

  @Test
  void failsIfSomethingElseIsFound() {
    Round wrong = round(1, 1, 5, 5, 8);
    assertThat(rows(wrong).get(4).ours()).isEqualTo(0, CLOSE);
    assertThat(rows(wrong).get(5).ours()).isEqualTo(1, CLOSE);
    assertThat(BenchReport.of(rows(wrong)).passed()).isFalse();
    Round missed =
        new Round(
            bare(1),
            Map.of(
                Subject.SCAN, new Pass(FRAMES, 7, 3, 1),
                Subject.MATCHER, new Pass(FRAMES, 40, 0, 1),
                Subject.TRIE, new Pass(FRAMES, 43, 0, 1),
                Subject.NETTY, new Pass(FRAMES, 42, 0, 1)));
    assertThat(rows(missed).get(4).ours()).isEqualTo(3, CLOSE);
    assertThat(rows(missed).get(6).ours()).isEqualTo(3, CLOSE);
  }

  @Test
  void hasNoBarsForRatesInAQuickRun() {
    List<Measurement> rows = new ScanRows(2, FACTS, List.of(round(0.1, 1, 1, 1, 7)), false).rows();
    assertThat(BenchReport.of(rows).passed()).isTrue();
    List<Measurement> wrong = new ScanRows(2, FACTS, List.of(round(0.1, 1, 1, 1, 6)), false).rows();
    assertThat(BenchReport.of(wrong).passed()).isFalse();
  }

  private static List<Measurement> rows(Round... rounds) {
    return new ScanRows(2, FACTS, List.of(rounds), true).rows();
  }

  /** Seconds of the program in C, the scan and both libraries, and the alerts. */
  private static Round round(double bare, double scan, double trie, double netty, long alerts) {
    return new Round(
        bare(bare),
        Map.of(
            Subject.SCAN, pass(scan, alerts),
            Subject.MATCHER, pass(bare, 42),
            Subject.TRIE, pass(trie, 42),
            Subject.NETTY, pass(netty, 42)));
  }

  private static BarePass bare(double seconds) {
    return new BarePass(FRAMES, 500 * FRAMES, 99, 42, (long) (seconds * 1e9), "5");
  }

  private static Pass pass(double seconds, long found) {
    return new Pass(FRAMES, found, 0, (long) (seconds * 1e9));
  }
}
