package org.lagroups.wormguard.cooperate.book;

import java.util.HashSet;
import java.util.Set;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.machine.NodeId;

/**
 * Whose endorsements count, and how many are needed (paper, section 3.3).
 *
 * @param least t: how many trusted members have to endorse a signature, 1 to {@link #MAX_LEAST}; t
 *     - 1 of them may be bad
 */
public record TrustRule(Kind kind, int least) {

  /** Three of this node's neighbours. */
  public static final TrustRule DEFAULT = new TrustRule(Kind.NEIGHBOURS, 3);

  /** There are at most 64 members. */
  public static final int MAX_LEAST = 64;

  /** Whose endorsements count. This node's own always does. */
  public enum Kind {
    /** Those of members to which this node itself attests. */
    NEIGHBOURS,
    /** Those of members to which t vertex-disjoint paths of attestations lead. */
    PATHS
  }

  public TrustRule {
    if (least < 1 || least > MAX_LEAST) {
      throw new IllegalArgumentException("t is 1 to %d, not %d".formatted(MAX_LEAST, least));
    }
  }

  /** Who is trusted in a view, {@code self} included. */
  public Set<NodeId> trusted(AttestationGraph<NodeId> view, NodeId self) {
    Set<NodeId> trusted = new HashSet<>();
    DisjointPaths<NodeId> paths = new DisjointPaths<>(view);
    for (NodeId node : view.vertices()) {
      boolean isTrusted =
          node.equals(self)
              || switch (kind) {
                case NEIGHBOURS -> view.hasEdge(self, node);
                case PATHS -> paths.count(self, node, least) >= least;
              };
      if (isTrusted) {
        trusted.add(node);
      }
    }
    return trusted;
  }
}
