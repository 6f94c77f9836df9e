package org.lagroups.core.group.spread;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.group.view.Topology;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * Who passes on an attester's advertisement to whom. Every node answers from its own view, and
 * equal views give equal answers; where views differ, digests repair it.
 *
 * <p>A node that has an attestation to or from the attester hears it directly. Any other is served
 * by {@link #FORWARDERS} of its neighbours that are nearer to the attester than itself.
 */
public final class RelayChoice {

  /** So many nodes serve one that cannot hear the attester itself: one may be faulty. */
  public static final int FORWARDERS = 2;

  private final Topology topology;
  private final NodeId attester;

  /** For the advertisements of one attester. */
  public RelayChoice(Topology topology, NodeId attester) {
    this.topology = topology;
    this.attester = attester;
  }

  /** To whom {@code relay} has to pass them on, in the order of IDs. */
  public List<NodeId> servedBy(NodeId relay) {
    int from = topology.numberOf(attester);
    int at = topology.numberOf(relay);
    if (from == Topology.ABSENT || at == Topology.ABSENT) {
      return List.of();
    }
    long hearing = topology.neighboursOf(from) | 1L << from;
    long targets = topology.neighboursOf(at) & ~hearing;
    if (targets == 0) {
      // Where all hear each other, nobody asks further.
      return List.of();
    }
    int[] hops = topology.hopsFrom(from);
    List<NodeId> served = new ArrayList<>();
    for (long left = targets; left != 0; left &= left - 1) {
      int target = Long.numberOfTrailingZeros(left);
      if (hops[at] < hops[target] && isForwarder(at, target, hops)) {
        served.add(topology.node(target));
      }
    }
    return served;
  }

  /** Whether a neighbour of {@code target} that is nearer to the attester is one that serves it. */
  private boolean isForwarder(int relay, int target, int[] hops) {
    List<Integer> nearer = new ArrayList<>();
    for (long left = topology.neighboursOf(target); left != 0; left &= left - 1) {
      int neighbour = Long.numberOfTrailingZeros(left);
      if (hops[neighbour] < hops[target]) {
        nearer.add(neighbour);
      }
    }
    if (nearer.size() <= FORWARDERS) {
      return true;
    }
    Bytes rank = rank(target, relay);
    return nearer.stream().filter(other -> rank(target, other).compareTo(rank) < 0).count()
        < FORWARDERS;
  }

  /** Spreads the work: another order for each attester and target. */
  private Bytes rank(int target, int relay) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      attester.bytes().addTo(digest);
      topology.node(target).bytes().addTo(digest);
      topology.node(relay).bytes().addTo(digest);
      return Bytes.wrapOwned(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
