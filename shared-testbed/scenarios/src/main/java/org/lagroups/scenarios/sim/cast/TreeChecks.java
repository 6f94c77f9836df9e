package org.lagroups.scenarios.sim.cast;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.simnet.SimNode;

/** What holds of a tree at every moment. */
final class TreeChecks {

  private final Audience audience;
  private final TreeSettings settings;
  private final Ledger ledger;

  TreeChecks(Audience audience, TreeSettings settings, Ledger ledger) {
    this.audience = audience;
    this.settings = settings;
    this.ledger = ledger;
  }

  void check() {
    for (SimNode<Tree> node : audience.receivers()) {
      ledger.require(
          "no node is its own ancestor",
          !isInCycle(node),
          () -> node.name() + " is its own ancestor");
      int children = node.app().children().size();
      ledger.require(
          "no node has more than k children",
          children <= settings.mostChildren(),
          () -> "%s has %d children".formatted(node.name(), children));
    }
  }

  private boolean isInCycle(SimNode<Tree> node) {
    Set<NodeId> path = new HashSet<>();
    Optional<SimNode<Tree>> at = Optional.of(node);
    while (at.isPresent()) {
      if (!path.add(at.get().id())) {
        return true;
      }
      at = audience.parentOf(at.get());
    }
    return false;
  }
}
