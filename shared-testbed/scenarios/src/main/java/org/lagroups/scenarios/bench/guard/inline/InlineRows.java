package org.lagroups.scenarios.bench.guard.inline;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/** What the rounds say. Without bars: how fast the bridge is says nothing of what is enough. */
record InlineRows(List<InlineRound> rounds) {

  private static final String PEER = "kernel bridge";

  InlineRows {
    rounds = List.copyOf(rounds);
  }

  List<Measurement> rows() {
    return List.of(
        row("inline, 1 TCP stream", "Gbit/s", turn -> turn.one().gigabitsPerSecond()),
        row("inline, 4 TCP streams", "Gbit/s", turn -> turn.four().gigabitsPerSecond()),
        row("inline, UDP round trip, median", "us", Turn::medianMicros),
        row("inline, UDP round trip, 99 of 100 within", "us", Turn::slowestMicros),
        row("inline, UDP round trips lost", "datagrams", turn -> turn.trips().lost()),
        row(
            "inline, CPU of the machine, 1 stream",
            "s/Gbit",
            turn -> turn.one().machineSecondsPerGigabit()),
        row(
            "inline, CPU of the machine, 4 streams",
            "s/Gbit",
            turn -> turn.four().machineSecondsPerGigabit()),
        own("inline, CPU of the guard, 1 stream", Turn::one),
        own("inline, CPU of the guard, 4 streams", Turn::four));
  }

  private Measurement row(String name, String unit, ToDoubleFunction<Turn> figure) {
    double ours = median(round -> figure.applyAsDouble(round.guard()));
    double peer = median(round -> figure.applyAsDouble(round.bridge()));
    return new Measurement(name, unit, ours, Map.of(PEER, peer), OptionalDouble.empty());
  }

  private Measurement own(String name, Function<Turn, StreamFigures> streams) {
    return Measurement.alone(
        name, "s/Gbit", median(round -> streams.apply(round.guard()).guardSecondsPerGigabit()));
  }

  private double median(ToDoubleFunction<InlineRound> figure) {
    return Median.of(rounds.stream().mapToDouble(figure).toArray());
  }
}
