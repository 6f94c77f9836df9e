package org.lagroups.simnet.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Endpoint;
import org.lagroups.simnet.net.Network;

/** Breaks one thing at a time and says how to mend it. */
final class Breaker {

  private static final Conditions BAD = new Conditions(0.33, 0.05, 0.1, 200, 500);
  private static final long MAX_STEP_MILLIS = 2_000;

  private final Network network;
  private final List<SimNode<?>> nodes;
  private final int maxBroken;
  private final RandomGenerator random;
  private final Set<Integer> broken = new HashSet<>();
  private boolean isPartitioned;

  Breaker(
      Network network,
      List<? extends SimNode<?>> nodes,
      double maxBrokenShare,
      RandomGenerator random) {
    this.network = network;
    this.nodes = List.copyOf(nodes);
    this.maxBroken = (int) (maxBrokenShare * nodes.size());
    this.random = random;
  }

  /** Breaks something of this kind, unless enough is broken. */
  Optional<Runnable> breakOne(FaultKind kind) {
    SimNode<?> one = any();
    return switch (kind) {
      case CRASH -> node(one, one::kill, one::restart);
      case DISK_LOSS -> node(one, one::kill, one::restartEmpty);
      case PAUSE -> node(one, one::pause, one::resume);
      case ISOLATION -> node(one, () -> network.isolate(one), () -> network.reconnect(one));
      case ONE_WAY_CUT, PAIR_CUT, BAD_PATH -> Optional.of(path(kind, one, anyBut(one)));
      case PARTITION -> partition();
      case CLOCK_STEP -> Optional.of(stepClock(one));
    };
  }

  private Optional<Runnable> node(SimNode<?> node, Runnable fault, Runnable repair) {
    if (broken.size() >= maxBroken || !broken.add(node.index())) {
      return Optional.empty();
    }
    fault.run();
    return Optional.of(() -> {
      broken.remove(node.index());
      repair.run();
    });
  }

  private Runnable path(FaultKind kind, SimNode<?> from, SimNode<?> to) {
    return switch (kind) {
      case ONE_WAY_CUT -> {
        network.cut(from, to);
        yield () -> network.restore(from, to);
      }
      case PAIR_CUT -> {
        network.cutBoth(from, to);
        yield () -> network.restoreBoth(from, to);
      }
      default -> {
        network.conditions(from, to, BAD);
        yield () -> network.resetConditions(from, to);
      }
    };
  }

  private Optional<Runnable> partition() {
    if (isPartitioned) {
      return Optional.empty();
    }
    List<Endpoint> island = new ArrayList<>(nodes);
    int size = random.nextInt(1, nodes.size());
    while (island.size() > size) {
      island.remove(random.nextInt(island.size()));
    }
    isPartitioned = true;
    network.partition(island);
    return Optional.of(() -> {
      isPartitioned = false;
      network.unite();
    });
  }

  private Runnable stepClock(SimNode<?> node) {
    Duration step = Duration.ofMillis(random.nextLong(-MAX_STEP_MILLIS, MAX_STEP_MILLIS + 1));
    node.clock().step(step);
    return () -> node.clock().step(step.negated());
  }

  private SimNode<?> any() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private SimNode<?> anyBut(SimNode<?> one) {
    SimNode<?> other = any();
    while (other.index() == one.index()) {
      other = any();
    }
    return other;
  }
}
