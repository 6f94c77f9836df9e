package org.lagroups.scenarios.sim.world;

import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.simnet.Simulation;

/** Measures how long it takes until dead nodes are in no running member's view any more. */
public final class Detection {

  /** The figure, in reports. */
  public static final String FIGURE = "crash known to all after";

  private final MemberGroup group;
  private final Simulation sim;
  private final Ledger ledger;
  private final Map<Integer, Case> cases = new HashMap<>();

  /** A death, and who still has the dead one in its view. */
  private record Case(Duration since, BitSet unaware) {}

  /** Of a group. */
  public Detection(MemberGroup group, Simulation sim, Ledger ledger) {
    this.group = group;
    this.sim = sim;
    this.ledger = ledger;
    group.onChange(this::changed);
  }

  /** Kills the processes of running nodes at once, not their hosts. */
  public void kill(BitSet victims) {
    BitSet viewers = new BitSet();
    viewers.set(0, group.nodes().size());
    viewers.andNot(victims);
    viewers.stream().filter(i -> !group.node(i).isRunning()).forEach(viewers::clear);
    victims.stream()
        .forEach(victim -> {
          group.node(victim).crash();
          cases.put(victim, new Case(sim.now(), (BitSet) viewers.clone()));
        });
  }

  /** Requires that by now all deaths are known to all; then forgets them. */
  public void requireKnown() {
    for (Map.Entry<Integer, Case> each : cases.entrySet()) {
      Case one = each.getValue();
      ledger.require(
          "a dead node leaves every view",
          one.unaware().isEmpty(),
          () ->
              "n%d, dead since %s, is in the views of %s at %s"
                  .formatted(each.getKey(), one.since(), one.unaware(), sim.now()));
    }
    cases.clear();
  }

  private void changed(int viewer, GroupEvent event) {
    switch (event) {
      case GroupEvent.NodeLeft left -> noticed(viewer, group.numberOf(left.node()));
      case GroupEvent.NodeEntered entered -> {
        Case dead = cases.get(group.numberOf(entered.node()));
        if (dead != null) {
          dead.unaware().set(viewer);
        }
      }
      case GroupEvent.AttestationGained gained -> {}
      case GroupEvent.AttestationLost lost -> {}
      case GroupEvent.CandidateHeard candidate -> {}
      case GroupEvent.EquivocationProven proven -> {}
    }
  }

  private void noticed(int viewer, int node) {
    Case dead = cases.get(node);
    if (dead != null && dead.unaware().get(viewer)) {
      dead.unaware().clear(viewer);
      if (dead.unaware().isEmpty()) {
        ledger.sample(FIGURE, "s", sim.now().minus(dead.since()).toMillis() / 1e3);
      }
    }
  }
}
