package org.lagroups.scenarios.bench.cast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.netlab.HostPlan;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.netlab.Rate;

/** One scenario in a laboratory of its own. */
record ScenarioTrial(CastScenario scenario, CastBenchmark.Pace pace, long seed) {

  private static final String SINK = "sink";
  private static final long UPLINKS_MILLIS = 2_000;

  /** Plays it; nothing of it is left but files. */
  List<Measurement> run(Path folder, Consumer<String> progress) throws InterruptedException {
    List<HostPlan> plans = new ArrayList<>();
    scenario.uplinks().forEach((name, mbit) -> plans.add(HostPlan.of(name).up(Rate.ofMbit(mbit))));
    plans.add(HostPlan.of(SINK));
    try (Laboratory laboratory = Laboratory.make("cast-" + scenario, plans)) {
      Uplinks uplinks = Uplinks.measure(laboratory, scenario.hosts(), SINK, UPLINKS_MILLIS);
      Setting setting = new Setting(scenario, laboratory, uplinks, folder, seed);
      progress.accept(
          "%s: %d receivers, at most %.2f Mbit/s; the file takes %d s at that"
              .formatted(
                  scenario,
                  setting.receivers(),
                  setting.bound(),
                  scenario.fault().isPresent() ? pace.secondsWithFault() : pace.seconds()));
      return scenario.fault().isPresent()
          ? new FaultTrial(setting, scenario.fault().get(), pace, progress).run()
          : new CalmTrial(setting, pace, progress).run();
    }
  }
}
