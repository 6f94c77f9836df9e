package org.lagroups.scenarios.bench.cast;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What {@link CastBenchmark} can measure by itself. */
public enum CastScenario {
  /** Eight receivers whose uplinks are as fast as the source's. */
  EQUAL("equal"),
  /** Eight receivers of which some are twenty times as fast as others. */
  UNEQUAL("unequal"),
  /** The same where the bound takes all that every one of them can send. */
  SCARCE("scarce"),
  /** More receivers than a node serves itself. */
  LEVELS("levels"),
  /** A relay is killed. */
  KILL("kill", Fault.KILL),
  /** A relay keeps what it gets. */
  DROP("drop", Fault.DROP),
  /** A relay alters what it passes on. */
  CORRUPT("corrupt", Fault.CORRUPT),
  /** A relay's uplink falls to a tenth. */
  SLOW("slow", Fault.SLOW);

  /** The host that sends. */
  static final String SOURCE = "s";

  private static final double USUAL_MBIT = 10;

  /** Less, so that two cores carry 25 nodes and the network is what limits them. */
  private static final double MBIT_OF_MANY = 4;

  private final String title;
  private final Optional<Fault> fault;

  /** What happens to a relay in the middle of a file. */
  enum Fault {
    KILL,
    DROP,
    CORRUPT,
    SLOW
  }

  CastScenario(String title) {
    this.title = title;
    this.fault = Optional.empty();
  }

  CastScenario(String title, Fault fault) {
    this.title = title;
    this.fault = Optional.of(fault);
  }

  /** What hosts can send in Mbit/s, the source first. */
  Map<String, Double> uplinks() {
    return switch (this) {
      case EQUAL, KILL, DROP, CORRUPT, SLOW -> equal(8, USUAL_MBIT);
      case UNEQUAL -> uplinks(10, 2, 5, 8, 12, 16, 24, 32, 40);
      case SCARCE -> uplinks(15, 2, 2, 3, 4, 5, 6, 8, 40);
      case LEVELS -> equal(24, MBIT_OF_MANY);
    };
  }

  /** The hosts, the source first. */
  List<String> hosts() {
    return List.copyOf(uplinks().keySet());
  }

  /** By how much the slowest receiver may fall short of the bound, if there is a bar. */
  OptionalDouble mostShortPercent() {
    return switch (this) {
      case EQUAL -> OptionalDouble.of(5);
      case UNEQUAL, SCARCE -> OptionalDouble.of(10);
      case LEVELS, KILL, DROP, CORRUPT, SLOW -> OptionalDouble.empty();
    };
  }

  Optional<Fault> fault() {
    return fault;
  }

  /** As people write it. */
  @Override
  public String toString() {
    return title;
  }

  private static Map<String, Double> equal(int receivers, double mbit) {
    double[] all = new double[receivers + 1];
    Arrays.fill(all, mbit);
    return uplinks(all);
  }

  private static Map<String, Double> uplinks(double... mbit) {
    Map<String, Double> uplinks = new LinkedHashMap<>();
    for (int i = 0; i < mbit.length; i++) {
      uplinks.put(i == 0 ? SOURCE : "r" + i, mbit[i]);
    }
    return uplinks;
  }
}
