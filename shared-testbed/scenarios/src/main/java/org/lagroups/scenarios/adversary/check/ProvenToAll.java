package org.lagroups.scenarios.adversary.check;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.simnet.SimNode;

/**
 * Who equivocates is proven to do so to every honest node, and then is in no honest view; of nobody
 * else there is a proof.
 */
public final class ProvenToAll {

  public static final String PROVEN = "equivocation is proven to all within half a T_a";
  public static final String VOID = "an equivocator is in no view of a node that has the proof";
  public static final String INNOCENT = "there is no proof against anyone else";

  private final Honest honest;
  private final Set<NodeId> equivocators;
  private final Function<SimNode<Member>, Set<NodeId>> provenTo;
  private final Duration deadline;

  /** These nodes begin to equivocate now. */
  public ProvenToAll(Honest honest, Set<NodeId> equivocators) {
    this(
        honest,
        equivocators,
        node -> node.app().groups().equivocators(honest.group().id()).keySet());
  }

  /** The same, told by {@code provenTo} against whom each node has proofs. */
  ProvenToAll(
      Honest honest, Set<NodeId> equivocators, Function<SimNode<Member>, Set<NodeId>> provenTo) {
    this.honest = honest;
    this.provenTo = provenTo;
    this.equivocators = Set.copyOf(equivocators);
    this.deadline = honest.sim().now().plus(honest.group().validity().dividedBy(2));
  }

  /** Looks at all honest nodes. */
  public void check() {
    boolean late = honest.sim().now().compareTo(deadline) > 0;
    for (SimNode<Member> node : honest.nodes()) {
      Set<NodeId> proven = provenTo.apply(node);
      if (late && !equivocators.isEmpty()) {
        require(PROVEN, proven.containsAll(equivocators), node);
      }
      if (!proven.isEmpty()) {
        require(VOID, proven.stream().noneMatch(honest.viewOf(node)::contains), node);
      }
      require(INNOCENT, equivocators.containsAll(proven), node);
    }
  }

  private void require(String invariant, boolean holds, SimNode<Member> node) {
    honest
        .ledger()
        .require(
            invariant, holds, () -> "%s: not so at %s".formatted(honest.sim().now(), node.name()));
  }
}
