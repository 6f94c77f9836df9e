package org.lagroups.scenarios.adversary.check;

import java.util.List;
import org.lagroups.core.graph.RobustCore;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.simnet.SimNode;

/**
 * Against t - 1 colluders: all honest nodes are in the t-robust core of every honest view, and
 * nobody is for whom only the colluders vouch.
 */
public final class RobustAgainst {

  public static final String HONEST_INSIDE = "every honest node is in the t-robust core";
  public static final String PUPPET_OUTSIDE = "whom only t - 1 vouch for is not";

  private final Honest honest;
  private final NodeId puppet;
  private final int t;

  public RobustAgainst(Honest honest, NodeId puppet, int t) {
    this.honest = honest;
    this.puppet = puppet;
    this.t = t;
  }

  /** Looks at all honest views. */
  public void check() {
    for (SimNode<Member> viewer : honest.nodes()) {
      List<NodeId> core = RobustCore.members(honest.viewOf(viewer), t);
      honest
          .ledger()
          .require(
              HONEST_INSIDE,
              honest.nodes().stream().map(SimNode::id).allMatch(core::contains),
              () -> "%s misses somebody at %s".formatted(viewer.name(), honest.sim().now()));
      honest
          .ledger()
          .require(
              PUPPET_OUTSIDE,
              !core.contains(puppet),
              () -> "%s has the puppet at %s".formatted(viewer.name(), honest.sim().now()));
    }
  }
}
