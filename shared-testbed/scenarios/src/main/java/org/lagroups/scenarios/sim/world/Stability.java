package org.lagroups.scenarios.sim.world;

import java.time.Duration;
import java.util.BitSet;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.simnet.Simulation;

/**
 * Watches that nodes which have nothing to do with a fault do not suffer from it: between them no
 * attestation is lost, and none of them leaves the view of another. Every such loss is a flap.
 */
public final class Stability {

  /** The invariant, in reports. */
  public static final String INVARIANT = "healthy nodes never flap";

  /** Which pairs nothing may happen to. */
  @FunctionalInterface
  public interface Healthy {

    /** Whether both nodes, and all between them, are healthy now; symmetric. */
    boolean pair(int one, int other);
  }

  private final MemberGroup group;
  private final Simulation sim;
  private final Ledger ledger;
  private final Healthy healthy;
  private Duration since = Duration.ZERO;
  private boolean isWatching;

  /** Of a group; {@link #begin} once all its members attest to each other. */
  public Stability(MemberGroup group, Simulation sim, Ledger ledger, Healthy healthy) {
    this.group = group;
    this.sim = sim;
    this.ledger = ledger;
    this.healthy = healthy;
    group.onChange(this::changed);
  }

  /** From now on, every loss between healthy nodes counts. */
  public void begin() {
    isWatching = true;
    since = sim.now();
  }

  /** Stops watching, and takes down for how many pair-seconds that was. */
  public void end() {
    isWatching = false;
    long seconds = sim.now().minus(since).toSeconds();
    ledger.held(INVARIANT, seconds * healthyPairs());
  }

  private void changed(int viewer, GroupEvent event) {
    switch (event) {
      case GroupEvent.AttestationLost lost -> {
        if (!group.has(lost.attester()) || !group.has(lost.attestee())) {
          return;
        }
        int attester = group.numberOf(lost.attester());
        int attestee = group.numberOf(lost.attestee());
        require(
            !(pair(viewer, attester) && pair(viewer, attestee) && pair(attester, attestee)),
            "n%d lost sight of n%d's attestation to n%d: %s"
                .formatted(viewer, attester, attestee, lost.loss()));
      }
      case GroupEvent.NodeLeft left -> {
        if (!group.has(left.node())) {
          return;
        }
        int node = group.numberOf(left.node());
        require(!pair(viewer, node), "n%d lost n%d from its view".formatted(viewer, node));
      }
      case GroupEvent.EquivocationProven proven -> {
        boolean innocent =
            group.has(proven.node()) && healthy.pair(viewer, group.numberOf(proven.node()));
        require(!innocent, "n%d holds a proof against %s".formatted(viewer, proven.node()));
      }
      case GroupEvent.AttestationGained gained -> {}
      case GroupEvent.NodeEntered entered -> {}
      case GroupEvent.CandidateHeard candidate -> {}
    }
  }

  private void require(boolean holds, String seen) {
    if (isWatching && !holds) {
      ledger.totals().flaps(1);
      ledger.require(INVARIANT, false, () -> "at %d ms: %s".formatted(sim.now().toMillis(), seen));
    }
  }

  private boolean pair(int one, int other) {
    return one == other || healthy.pair(one, other);
  }

  private long healthyPairs() {
    int nodes = group.nodes().size();
    long pairs = 0;
    for (int one = 0; one < nodes; one++) {
      for (int other = 0; other < nodes; other++) {
        pairs += one != other && healthy.pair(one, other) ? 1 : 0;
      }
    }
    return pairs;
  }

  /** The healthy ones where each node is either healthy or not, whatever the others are. */
  public static Healthy outside(BitSet ill) {
    return (one, other) -> !ill.get(one) && !ill.get(other);
  }
}
