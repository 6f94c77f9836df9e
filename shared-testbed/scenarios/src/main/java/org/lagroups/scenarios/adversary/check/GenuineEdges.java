package org.lagroups.scenarios.adversary.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.adversary.group.SignedEdges;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.simnet.SimNode;

/**
 * No edge is in an honest view that its attester has not signed, and none for longer than T_a and
 * the clocks' skew after it was signed last.
 */
public final class GenuineEdges {

  public static final String NOT_FORGED = "no edge in an honest view that nobody has signed";
  public static final String NOT_STALE = "edges are gone T_a and the skew after their last signing";

  private final Honest honest;
  private final SignedEdges signed;
  private final Duration limit;

  /** To be checked at least once in every {@code interval}. */
  public GenuineEdges(Honest honest, SignedEdges signed, Duration interval) {
    this.honest = honest;
    this.signed = signed;
    this.limit =
        Duration.ofMillis(
                honest.group().settings().validityMillis()
                    + honest.group().settings().clockSkewMillis())
            .plus(interval);
    honest.group().onChange((viewer, event) -> noteOwn(honest.group().node(viewer).id(), event));
  }

  /** Writes down what these nodes themselves state now. */
  public void note(List<SimNode<Member>> speaking) {
    for (SimNode<Member> node : speaking) {
      node.app()
          .groups()
          .attestsOut(honest.group().id(), node.id())
          .forEach(attested -> signed.signed(node.id(), attested.node(), honest.sim().now()));
    }
  }

  /** What a node has just begun to state. */
  private void noteOwn(NodeId viewer, GroupEvent event) {
    if (event instanceof GroupEvent.AttestationGained gained && gained.attester().equals(viewer)) {
      signed.signed(viewer, gained.attestee(), honest.sim().now());
    }
  }

  /** Looks at all honest views. */
  public void check() {
    for (SimNode<Member> viewer : honest.nodes()) {
      AttestationGraph<NodeId> view = honest.viewOf(viewer);
      for (NodeId attester : view.vertices()) {
        view.attestees(attester).forEach(attestee -> check(viewer, attester, attestee));
      }
    }
  }

  private void check(SimNode<Member> viewer, NodeId attester, NodeId attestee) {
    Duration now = honest.sim().now();
    Optional<Duration> last = signed.lastSigned(attester, attestee);
    honest
        .ledger()
        .require(
            NOT_FORGED,
            last.isPresent(),
            () -> "%s: %s sees %s -> %s".formatted(now, viewer.name(), attester, attestee));
    last.ifPresent(when ->
        honest
            .ledger()
            .require(
                NOT_STALE,
                now.minus(when).compareTo(limit) <= 0,
                () ->
                    "%s: %s still sees %s -> %s, last signed at %s"
                        .formatted(now, viewer.name(), attester, attestee, when)));
  }
}
