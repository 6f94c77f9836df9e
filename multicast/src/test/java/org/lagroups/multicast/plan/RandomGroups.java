package org.lagroups.multicast.plan;

import java.util.SplittableRandom;

/** Groups of all kinds, out of a seed. */
final class RandomGroups {

  private RandomGroups() {}

  /** A group of so many nodes; some nodes and links limited, some not, some links missing. */
  static Capacities<Integer> of(int nodes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double limitedUplinks = part(random);
    double limitedDownlinks = random.nextInt(3) == 0 ? 0.3 : 0;
    double limitedLinks = part(random);
    double missing = random.nextInt(3) == 0 ? random.nextDouble(0.6) : 0;
    double linkScale = Math.pow(10, random.nextDouble(-1.5, 1));
    boolean coarse = random.nextInt(4) == 0;
    Capacities.Builder<Integer> builder = Capacities.from(0);
    for (int node = 0; node < nodes; node++) {
      builder.node(
          node,
          capacity(random, limitedUplinks, nodes, coarse),
          capacity(random, limitedDownlinks, 10, coarse));
    }
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        if (from == to) {
          continue;
        }
        if (random.nextDouble() < missing) {
          builder.link(from, to, 0);
        } else {
          builder.link(from, to, capacity(random, limitedLinks, linkScale, coarse));
        }
        builder.latency(from, to, random.nextInt(1, 200));
      }
    }
    return builder.build();
  }

  /** A group all of whose uplinks and links are limited, so that its plans have many trees. */
  static Capacities<Integer> dense(int nodes, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Capacities.Builder<Integer> builder = Capacities.from(0);
    for (int from = 0; from < nodes; from++) {
      builder.node(from, random.nextDouble(2, 40), Double.POSITIVE_INFINITY);
      for (int to = 0; to < nodes; to++) {
        if (from != to) {
          builder.link(from, to, random.nextDouble(0.1, 2));
        }
      }
    }
    return builder.build();
  }

  private static double part(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> 0;
      case 1 -> 1;
      default -> random.nextDouble();
    };
  }

  private static double capacity(
      SplittableRandom random, double limited, double scale, boolean coarse) {
    if (random.nextDouble() >= limited) {
      return Double.POSITIVE_INFINITY;
    }
    return coarse ? random.nextInt(4) : random.nextDouble(0.05, 1) * scale;
  }
}
