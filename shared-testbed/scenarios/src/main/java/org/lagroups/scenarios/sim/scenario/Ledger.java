package org.lagroups.scenarios.sim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * What was measured and checked. Each island has its own; added up in the islands' order they say
 * the same however many threads there were.
 */
public final class Ledger {

  private final SequencedMap<String, Samples> samples = new LinkedHashMap<>();
  private final SequencedMap<String, InvariantTally> invariants = new LinkedHashMap<>();
  private final Totals totals = new Totals();

  /** Takes down one measurement of a figure that the report gives as median and most. */
  public void sample(String figure, String unit, double value) {
    samples.computeIfAbsent(figure, name -> new Samples(name, unit)).add(value);
  }

  /** Takes down that an invariant was checked, and what was seen if it does not hold. */
  public void require(String invariant, boolean holds, Supplier<String> seen) {
    InvariantTally tally = tally(invariant);
    tally.checked(1);
    if (!holds) {
      tally.violated(seen.get());
    }
  }

  /** Takes down that an invariant was checked so many times, and held. */
  public void held(String invariant, long times) {
    tally(invariant).checked(times);
  }

  /** What every run tells: how long, how much. */
  public Totals totals() {
    return totals;
  }

  /** Everything measured, in the order in which it was first. */
  public List<Samples> samples() {
    return List.copyOf(samples.values());
  }

  /** Everything checked, in the order in which it was first. */
  public List<InvariantTally> invariants() {
    return List.copyOf(invariants.values());
  }

  /** Whether everything checked has held, and something was checked at all. */
  public boolean passed() {
    return !invariants.isEmpty()
        && invariants.values().stream().allMatch(tally -> tally.violations() == 0);
  }

  /** Adds what another one says. */
  void add(Ledger other, String where) {
    totals.add(other.totals);
    other
        .samples
        .values()
        .forEach(more ->
            samples
                .computeIfAbsent(more.name(), name -> new Samples(name, more.unit()))
                .addAll(more));
    other.invariants.values().forEach(more -> tally(more.name()).addAll(more, where));
  }

  void played(Simulation simulation) {
    totals.played(simulation.now(), simulation.firedEvents());
    for (SimNode<?> node : new ArrayList<>(simulation.nodes())) {
      totals.node(simulation.now(), node.traffic());
    }
  }

  private InvariantTally tally(String invariant) {
    return invariants.computeIfAbsent(invariant, InvariantTally::new);
  }
}
