package org.lagroups.wormguard.runtime.cooperation;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.NodeStoppedException;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.protocol.GuardCount;
import org.lagroups.wormguard.cooperate.protocol.GuardDrop;
import org.lagroups.wormguard.cooperate.protocol.GuardMachine;
import org.lagroups.wormguard.runtime.cooperation.battery.RecentPayloads;

/** What the machine counts, as meters; asked for on the loop when they are shown. */
final class GuardMeters {

  private static final String PREFIX = "lagroups_signatures";

  private final MeterRegistry registry;
  private final NodeLoop loop;
  private final GuardMachine machine;

  GuardMeters(MeterRegistry registry, NodeLoop loop, GuardMachine machine) {
    this.registry = registry;
    this.loop = loop;
    this.machine = machine;
  }

  void register(RecentPayloads benign) {
    // The registry holds counters' objects weakly; the machine lives as long as the node does.
    for (GuardCount what : GuardCount.values()) {
      FunctionCounter.builder(
              PREFIX + "_" + lower(what), machine, m -> onLoop(now -> now.counters().counted(what)))
          .register(registry);
    }
    for (GuardDrop reason : GuardDrop.values()) {
      FunctionCounter.builder(
              PREFIX + "_dropped", machine, m -> onLoop(now -> now.counters().dropped(reason)))
          .tag("reason", lower(reason))
          .register(registry);
    }
    for (Phase phase : Phase.values()) {
      Gauge.builder(PREFIX, this, meters -> meters.onLoop(now -> in(now, phase)))
          .tag("phase", lower(phase))
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder(PREFIX + "_undecided", this, meters -> meters.onLoop(GuardMeters::undecided))
        .strongReference(true)
        .register(registry);
    Gauge.builder(PREFIX + "_benign_payloads", benign, RecentPayloads::size).register(registry);
  }

  private static double in(GuardMachine machine, Phase phase) {
    return machine.desk().all().stream().filter(one -> one.standing().phase() == phase).count();
  }

  private static double undecided(GuardMachine machine) {
    return machine.desk().all().stream().filter(one -> one.untested().isPresent()).count();
  }

  private double onLoop(ToDoubleFunction<GuardMachine> question) {
    try {
      return loop.call(() -> question.applyAsDouble(machine));
    } catch (NodeStoppedException e) {
      return Double.NaN;
    }
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }
}
