package org.lagroups.core.group.view;

import java.util.Set;
import org.lagroups.machine.NodeId;

/**
 * Counts the members of a group for the question whether there is room for another. What one member
 * claims alone does not count: it could keep everyone else out with nodes that it has made up.
 */
public final class Census {

  /** So many of the nodes that this one attests to vouch for a member whom it does not know. */
  public static final int VOUCHERS = 2;

  private final View view;
  private final Set<NodeId> known;

  /** Of the view of a node that itself attests to those {@code known}. */
  public Census(View view, Set<NodeId> known) {
    this.view = view;
    this.known = known;
  }

  /** This node, and all who have spoken and for whom it or two of those known to it vouch. */
  public int members(AdvertisementDatabase database, long wallMillis) {
    return 1
        + (int)
            view.nodes().stream()
                .filter(node -> database.hasValid(node, wallMillis))
                .filter(this::isVouchedFor)
                .count();
  }

  private boolean isVouchedFor(NodeId node) {
    return known.contains(node)
        || view.attestersOf(node).keySet().stream().filter(known::contains).count() >= VOUCHERS;
  }
}
