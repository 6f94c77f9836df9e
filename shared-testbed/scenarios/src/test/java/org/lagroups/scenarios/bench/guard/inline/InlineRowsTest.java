package org.lagroups.scenarios.bench.guard.inline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.report.Measurement;

final class InlineRowsTest {

  @Test
  void tellsTheMedianOfRoundsBesideThatOfTheBridge() {
    List<Measurement> rows =
        new InlineRows(
                List.of(
                    round(turn(10, 80_000), turn(20, 40_000)),
                    round(turn(30, 90_000), turn(40, 50_000)),
                    round(turn(20, 500_000), turn(30, 45_000))))
            .rows();
    assertThat(rows.getFirst().name()).isEqualTo("inline, 1 TCP stream");
    assertThat(rows.getFirst().ours()).isEqualTo(2);
    assertThat(rows.getFirst().peers()).containsEntry("kernel bridge", 3.0);
    assertThat(row(rows, "inline, UDP round trip, median").ours()).isEqualTo(90);
    assertThat(row(rows, "inline, UDP round trip, median").peers())
        .containsEntry("kernel bridge", 45.0);
    assertThat(row(rows, "inline, UDP round trip, 99 of 100 within").ours()).isEqualTo(180);
    assertThat(row(rows, "inline, CPU of the machine, 1 stream").ours()).isEqualTo(1);
    assertThat(row(rows, "inline, CPU of the guard, 4 streams").ours())
        .isEqualTo(0.1, within(1e-9));
  }

  @Test
  void countsHowLongTheSlowestOfAHundredTake() {
    long[] trips = LongStream.rangeClosed(1, 1_000).map(number -> 1_001 - number).toArray();
    TripFigures figures = TripFigures.of(trips, 3);
    assertThat(figures).isEqualTo(new TripFigures(501, 991, 3));
    assertThat(TripFigures.parse(figures.text())).isEqualTo(figures);
  }

  @Test
  void refusesWhatAreNoFigures() {
    assertThatThrownBy(() -> TripFigures.of(new long[0], 5)).hasMessage("no datagram came back");
    for (String text : List.of("", "1 2", "1 2 x", "1 2 3 4")) {
      assertThatThrownBy(() -> TripFigures.parse(text))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("no figures of round trips");
    }
  }

  @Test
  void addsUpTheTimeOfProcessorsButNotTheirRest() {
    assertThat(MachineTime.busySeconds("cpu  100 20 30 9999 9999 4 6 7777 0 0\ncpu0 1 2 3 4\n"))
        .isEqualTo(1.6);
    assertThatThrownBy(() -> MachineTime.busySeconds("cpu 1 2"))
        .hasMessage("/proc/stat does not begin with times");
  }

  private static Measurement row(List<Measurement> rows, String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }

  private static InlineRound round(Turn guard, Turn bridge) {
    return new InlineRound(guard, bridge);
  }

  private static Turn turn(double gigabits, long nanos) {
    StreamFigures streams = new StreamFigures(gigabits, 10, gigabits, gigabits / 10);
    return new Turn(streams, streams, new TripFigures(nanos, 2 * nanos, 0));
  }
}
