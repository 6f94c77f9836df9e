package org.lagroups.multicast.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;

/**
 * Where a node is in the tree of a stream, as far as it knows: who is above it and below it, what
 * comes from whom, and how it sends to its children.
 *
 * @param level 0 for the source, 1 for its children; null while there is no place
 * @param above the parent first, the source last; those between may be left out
 * @param from who sends chunks here, the parent and siblings
 * @param below the children
 * @param boundMbps the greatest rate that is possible for the children's uplinks, as they are taken
 *     for; 0 if there are none
 * @param slowestMbps what comes to that child to which the least does, of those that keep up; 0 if
 *     there are none
 * @param trees over which it is sent to the children
 * @param toChildren the counters of that; nothing is received there
 */
public record CastPlace(
    String stream,
    @Nullable Integer level,
    List<NodeId> above,
    List<Flow> from,
    List<Child> below,
    double boundMbps,
    double slowestMbps,
    List<CastTree> trees,
    CastCounters toChildren) {

  public CastPlace {
    above = List.copyOf(above);
    from = List.copyOf(from);
    below = List.copyOf(below);
    trees = List.copyOf(trees);
  }

  /** What comes from somebody. */
  public record Flow(NodeId node, double mbps) {}

  /**
   * A child.
   *
   * @param mbps what comes to it, from everybody
   * @param uplinkMbps what its uplink is taken for
   * @param apart whether it does not keep up, and fetches what it lacks
   * @param below its own children
   */
  public record Child(
      NodeId node, double mbps, double uplinkMbps, boolean apart, List<NodeId> below) {

    public Child {
      below = List.copyOf(below);
    }
  }
}
