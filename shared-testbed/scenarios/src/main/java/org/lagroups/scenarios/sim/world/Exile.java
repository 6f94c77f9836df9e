package org.lagroups.scenarios.sim.world;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.simnet.Simulation;

/**
 * Measures how healthy nodes treat ill ones: how long until each withdraws its attestation, and how
 * often it comes back.
 */
public final class Exile {

  private final MemberGroup group;
  private final Simulation sim;
  private final Ledger ledger;
  private final BitSet ill;
  private final Set<Long> withdrawn = new HashSet<>();
  private Duration since = Duration.ZERO;
  private boolean isWatching;
  private long losses;

  /** For the ill ones of a group. */
  public Exile(MemberGroup group, Simulation sim, Ledger ledger, BitSet ill) {
    this.group = group;
    this.sim = sim;
    this.ledger = ledger;
    this.ill = ill;
    group.onChange(this::changed);
  }

  /** The illness begins now. */
  public void begin() {
    isWatching = true;
    since = sim.now();
  }

  /** Takes down what was measured of them, called {@code whom}. */
  public void end(String whom) {
    isWatching = false;
    if (ill.isEmpty()) {
      return;
    }
    int healthy = group.nodes().size() - ill.cardinality();
    double minutes = sim.now().minus(since).toSeconds() / 60.0;
    double pairs = (double) healthy * ill.cardinality();
    ledger.sample(
        "attestations to " + whom + " lost at least once", "%", 100 * withdrawn.size() / pairs);
    ledger.sample(
        "losses of attestations to " + whom + ", each", "1/min", losses / pairs / minutes);
  }

  private void changed(int viewer, GroupEvent event) {
    if (isWatching
        && event instanceof GroupEvent.AttestationLost lost
        && group.numberOf(lost.attester()) == viewer
        && !ill.get(viewer)
        && ill.get(group.numberOf(lost.attestee()))) {
      losses++;
      long pair = ((long) viewer << 32) | group.numberOf(lost.attestee());
      if (withdrawn.add(pair)) {
        ledger.sample("first loss after", "s", sim.now().minus(since).toMillis() / 1e3);
      }
    }
  }
}
