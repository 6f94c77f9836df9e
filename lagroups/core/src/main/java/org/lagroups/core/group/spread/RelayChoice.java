package org.lagroups.core.group.spread;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.group.view.View;
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

  private final View view;
  private final NodeId attester;
  private @Nullable Map<NodeId, Integer> hops;

  /** For the advertisements of one attester. */
  public RelayChoice(View view, NodeId attester) {
    this.view = view;
    this.attester = attester;
  }

  /** Whether {@code relay} has to pass the advertisement on to {@code target}. */
  public boolean serves(NodeId relay, NodeId target) {
    return !target.equals(attester)
        && !view.areAdjacent(attester, target)
        && isNearer(relay, target)
        && forwardersOf(target).contains(relay);
  }

  private Collection<NodeId> forwardersOf(NodeId target) {
    TreeSet<NodeId> neighbours = new TreeSet<>(view.neighboursOf(target));
    neighbours.removeIf(neighbour -> !isNearer(neighbour, target));
    if (neighbours.size() <= FORWARDERS) {
      return neighbours;
    }
    TreeMap<Bytes, NodeId> ranked = new TreeMap<>();
    neighbours.forEach(neighbour -> ranked.put(rank(target, neighbour), neighbour));
    return ranked.values().stream().limit(FORWARDERS).toList();
  }

  private boolean isNearer(NodeId relay, NodeId target) {
    if (hops == null) {
      // Only now: where all hear each other, nobody ever asks.
      hops = view.hopsFrom(attester);
    }
    return hops.getOrDefault(relay, Integer.MAX_VALUE)
        < hops.getOrDefault(target, Integer.MAX_VALUE);
  }

  /** Spreads the work: another order for each attester and target. */
  private Bytes rank(NodeId target, NodeId relay) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(attester.bytes().asReadOnlyBuffer());
      digest.update(target.bytes().asReadOnlyBuffer());
      digest.update(relay.bytes().asReadOnlyBuffer());
      return Bytes.wrapOwned(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
