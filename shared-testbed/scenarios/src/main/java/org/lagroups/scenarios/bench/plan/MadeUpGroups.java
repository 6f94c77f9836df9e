package org.lagroups.scenarios.bench.plan;

import java.util.Random;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.Link;

/** Groups whose uplinks are limited, and groups that are like others but for one capacity. */
final class MadeUpGroups {

  private static final double LEAST_UPLINK = 2;
  private static final double GREATEST_UPLINK = 40;

  private MadeUpGroups() {}

  /**
   * Uplinks from 2 to 40 Mbit/s.
   *
   * @param widest links carry up to so much; infinite for links without limits
   */
  static Capacities<String> uplinks(int size, double widest, long seed) {
    Random random = new Random(seed);
    Capacities.Builder<String> builder = Capacities.from("n0");
    for (int node = 0; node < size; node++) {
      double up = LEAST_UPLINK + (GREATEST_UPLINK - LEAST_UPLINK) * random.nextDouble();
      builder.node("n" + node, up, Double.POSITIVE_INFINITY);
    }
    for (int from = 0; from < size; from++) {
      for (int to = 0; to < size; to++) {
        if (from != to) {
          builder.link("n" + from, "n" + to, widest * (0.05 + 0.95 * random.nextDouble()));
        }
      }
    }
    return builder.build();
  }

  /** With one capacity that is a tenth or twice of what it was: an uplink's, or else a link's. */
  static Capacities<String> changed(Capacities<String> group, long seed) {
    Random random = new Random(seed);
    double factor = random.nextBoolean() ? 0.1 : 2;
    String node = group.nodes().get(random.nextInt(group.nodes().size()));
    String other = group.receivers().get(random.nextInt(group.receivers().size()));
    while (other.equals(node)) {
      other = group.receivers().get(random.nextInt(group.receivers().size()));
    }
    boolean isUplink = group.up(node) < Double.POSITIVE_INFINITY;
    Link<String> link = new Link<>(node, other);
    Capacities.Builder<String> builder = Capacities.from(group.source());
    for (String from : group.nodes()) {
      double up = group.up(from) * (isUplink && from.equals(node) ? factor : 1);
      builder.node(from, up, group.down(from));
      for (String to : group.nodes()) {
        if (!from.equals(to)) {
          boolean isChanged = !isUplink && new Link<>(from, to).equals(link);
          builder.link(from, to, group.link(from, to) * (isChanged ? factor : 1));
        }
      }
    }
    return builder.build();
  }
}
