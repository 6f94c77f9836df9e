package org.lagroups.scenarios.sim.scenario;

import java.util.BitSet;
import org.lagroups.simnet.Simulation;

/**
 * A part of the nodes that shares nothing with the rest: one simulation, and what was seen of it.
 */
public final class Island {

  private final Plan plan;
  private final int index;
  private final Ledger ledger = new Ledger();
  private final Simulation simulation;

  Island(Plan plan, int index) {
    this.plan = plan;
    this.index = index;
    this.simulation = new Simulation(plan.seedOf(index));
    simulation.replayedBy(plan.replay(index));
  }

  /** Its number, from 0. */
  public int index() {
    return index;
  }

  /** How many nodes there are to be on it. */
  public int nodes() {
    return plan.firstNodeOf(index + 1) - plan.firstNodeOf(index);
  }

  /** The simulation to play in; its seed is the island's. */
  public Simulation simulation() {
    return simulation;
  }

  /** Takes down what is measured and checked. */
  public Ledger ledger() {
    return ledger;
  }

  /**
   * The island's part of this share of all nodes of the run, at least one node in all, chosen at
   * random: by their numbers on the island. On most islands that may be none.
   */
  public BitSet chosen(double share, String purpose) {
    int count = Math.max(1, (int) Math.round(plan.nodes() * share));
    return plan.chosen(count, purpose).get(plan.firstNodeOf(index), plan.firstNodeOf(index + 1));
  }

  /** Takes down what every run tells; at the end. */
  void close() {
    ledger.played(simulation);
  }
}
