package org.lagroups.simnet.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * Breaks nodes and paths at random, and mends them, all by the seed of the simulation.
 *
 * <pre>{@code
 * new Chaos(sim, nodes, ChaosSettings.DEFAULT).runFor(Duration.ofMinutes(30));
 * sim.runUntil("all in view", Duration.ofMinutes(2), () -> ...);
 * }</pre>
 */
public final class Chaos {

  private final Simulation sim;
  private final ChaosSettings settings;
  private final List<FaultKind> kinds;
  private final RandomGenerator random;
  private final Breaker breaker;
  private final List<Runnable> repairs = new ArrayList<>();
  private int phase;
  private int faults;

  /** Among {@code nodes}, at least two; others are left alone. */
  public Chaos(Simulation sim, List<? extends SimNode<?>> nodes, ChaosSettings settings) {
    if (nodes.size() < 2) {
      throw new IllegalArgumentException("chaos needs at least two nodes");
    }
    this.sim = sim;
    this.settings = settings;
    this.kinds = List.copyOf(settings.kinds());
    this.random = sim.random("chaos");
    this.breaker = new Breaker(sim.network(), nodes, settings.maxBrokenShare(), random);
  }

  /** A phase of faults. When it returns, all that it broke is mended, and all its nodes run. */
  public void runFor(Duration duration) {
    breakLater(++phase);
    sim.runFor(duration);
    phase++;
    sim.trace().note(sim.now().toNanos(), "the faults end");
    List.copyOf(repairs).forEach(this::mend);
  }

  /** How many faults there were in all phases. */
  public int faults() {
    return faults;
  }

  private void breakLater(int current) {
    sim.after(
        exponential(settings.meanQuiet()),
        () -> {
          if (phase == current) {
            breakNow();
            breakLater(current);
          }
        });
  }

  private void breakNow() {
    Optional<Runnable> repair = breaker.breakOne(kinds.get(random.nextInt(kinds.size())));
    if (repair.isPresent()) {
      faults++;
      Runnable once = new Once(repair.get())::run;
      repairs.add(once);
      sim.after(exponential(settings.meanFault()), () -> mend(once));
    }
  }

  private void mend(Runnable repair) {
    repairs.remove(repair);
    repair.run();
  }

  private Duration exponential(Duration mean) {
    double factor = -Math.log(1 - random.nextDouble());
    return Duration.ofNanos((long) (mean.toNanos() * factor));
  }

  /** A repair comes with its time or with the end of the phase, whichever is first. */
  private static final class Once {
    private final Runnable action;
    private boolean isDone;

    private Once(Runnable action) {
      this.action = action;
    }

    private void run() {
      if (!isDone) {
        isDone = true;
        action.run();
      }
    }
  }
}
