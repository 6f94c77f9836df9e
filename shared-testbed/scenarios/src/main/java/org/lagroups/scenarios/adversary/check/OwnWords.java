package org.lagroups.scenarios.adversary.check;

import org.lagroups.core.group.AttestedNode;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.simnet.SimNode;

/**
 * What a liar reports stands on its own attestations only. Honest nodes of a simulation report
 * round-trip times and nothing else, so anything else beside their name is somebody else's.
 */
public final class OwnWords {

  public static final String INVARIANT = "nobody's lies stand on attestations of the honest";

  private final Honest honest;

  public OwnWords(Honest honest) {
    this.honest = honest;
  }

  /** Looks at all honest views. */
  public void check() {
    for (SimNode<Member> viewer : honest.nodes()) {
      for (SimNode<Member> attester : honest.nodes()) {
        for (AttestedNode said :
            viewer.app().groups().attestsOut(honest.group().id(), attester.id())) {
          check(viewer, attester.id(), said);
        }
      }
    }
  }

  private void check(SimNode<Member> viewer, NodeId attester, AttestedNode said) {
    honest
        .ledger()
        .require(
            INVARIANT,
            said.info().throughputBitsPerSecond().isEmpty()
                && said.info().cost().isEmpty()
                && said.info().applicationData().isEmpty(),
            () ->
                "%s sees that %s reports %s of %s"
                    .formatted(viewer.name(), attester, said.info(), said.node()));
  }
}
