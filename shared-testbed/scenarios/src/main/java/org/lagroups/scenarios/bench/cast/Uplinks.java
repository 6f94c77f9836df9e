package org.lagroups.scenarios.bench.cast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome.Plan;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.scenarios.netlab.Laboratory;
import org.lagroups.scenarios.netlab.probe.Goodput;
import org.lagroups.scenarios.netlab.probe.Probe;

/**
 * What hosts can send, by plain TCP: what is measured of distributing is a part of it.
 *
 * @param mbit the goodput of each host by itself
 */
public record Uplinks(Map<String, Double> mbit) {

  private static final long WARM_UP_MILLIS = 1_000;

  /** What has been measured. */
  public Uplinks {
    mbit = Collections.unmodifiableMap(new LinkedHashMap<>(mbit));
  }

  /**
   * Lets all send at once, each over one connection, to a host that takes it all.
   *
   * @param sink of an unlimited downlink
   * @param millis how long
   */
  public static Uplinks measure(Laboratory laboratory, List<String> names, String sink, long millis)
      throws InterruptedException {
    List<Probe> probes = new ArrayList<>();
    try {
      Probe to = Probe.start(laboratory.host(sink));
      probes.add(to);
      for (String name : names) {
        probes.add(Probe.start(laboratory.host(name)));
      }
      for (Probe probe : probes) {
        probe.awaitStarted();
      }
      List<Goodput.Stream> streams =
          probes.stream().skip(1).map(from -> new Goodput.Stream(from, to)).toList();
      List<Double> measured = Goodput.mbit(streams, WARM_UP_MILLIS, millis);
      Map<String, Double> mbit = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        mbit.put(names.get(i), measured.get(i));
      }
      return new Uplinks(mbit);
    } finally {
      probes.forEach(Probe::close);
    }
  }

  /** The greatest rate at which a source can send to all the others, in Mbit/s. */
  public double bound(String source) {
    Capacities.Builder<String> group = Capacities.from(source);
    mbit.forEach((name, up) -> group.node(name, up, Double.POSITIVE_INFINITY));
    if (new RelayPlanner<String>().plan(group.build()) instanceof Plan<String> plan) {
      return plan.bound();
    }
    throw new IllegalStateException("nothing gets from %s to all others".formatted(source));
  }
}
