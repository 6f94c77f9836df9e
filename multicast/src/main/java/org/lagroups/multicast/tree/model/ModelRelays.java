package org.lagroups.multicast.tree.model;

import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.port.RelayQuality;

/** What all nodes have measured of each other: uplinks as they are, and droppers by name. */
public final class ModelRelays implements RelayQuality {

  private final NodeId self;
  private final Map<NodeId, Long> uplinks;
  private final Set<NodeId> droppers = new TreeSet<>();
  private boolean parentDelivers = true;
  private long nextSequence;

  /**
   * Of a node.
   *
   * @param uplinks of all nodes, in bits per second; shared by all
   */
  public ModelRelays(NodeId self, Map<NodeId, Long> uplinks) {
    this.self = self;
    this.uplinks = uplinks;
  }

  /** None yet; for all nodes of a simulation. */
  public static Map<NodeId, Long> uplinks() {
    return new TreeMap<>();
  }

  /** A neighbour does not pass on what it should. */
  public void drops(NodeId neighbour) {
    droppers.add(neighbour);
  }

  /** A neighbour does again. */
  public void passesOn(NodeId neighbour) {
    droppers.remove(neighbour);
  }

  public void parentDelivers(boolean delivers) {
    parentDelivers = delivers;
  }

  /** So many chunks have come without a gap. */
  public void received(long chunks) {
    nextSequence = chunks;
  }

  @Override
  public boolean parentDelivers() {
    return parentDelivers;
  }

  @Override
  public Set<NodeId> droppers() {
    return new TreeSet<>(droppers);
  }

  @Override
  public OptionalLong uplinkBitsPerSecond() {
    return uplinkOf(self);
  }

  @Override
  public OptionalLong uplinkOf(NodeId neighbour) {
    Long uplink = uplinks.get(neighbour);
    return uplink == null ? OptionalLong.empty() : OptionalLong.of(uplink);
  }

  @Override
  public OptionalLong roundTripMicros(NodeId neighbour) {
    return OptionalLong.empty();
  }

  @Override
  public long nextSequence() {
    return nextSequence;
  }
}
