package org.lagroups.multicast.tree.parent;

import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.place.TreeEvent;
import org.lagroups.multicast.wire.TreeMessage.Household;
import org.lagroups.multicast.wire.place.Fallen;
import org.lagroups.multicast.wire.place.Ward;

/** What children say of their own, and how far that is believed. */
public final class Hearsay {

  /** How often a child is listened to. */
  public static final Rate HOUSEHOLDS_OF_PEER = new Rate(2, 20);

  /** How many nodes may fall by one child's word. */
  public static final Rate FALLEN_BY_PEER = new Rate(0.05, 8);

  private final Ground ground;
  private final PeerBuckets households = new PeerBuckets(HOUSEHOLDS_OF_PEER);
  private final PeerBuckets accusations = new PeerBuckets(FALLEN_BY_PEER);

  Hearsay(Ground ground) {
    this.ground = ground;
  }

  /** A child names its own, and who of them fell. */
  void hear(Child child, Household household) {
    long now = ground.now();
    if (!households.take(child.node(), 1, Ground.nanos(now))) {
      ground.count(TreeEvent.FLOOD);
      return;
    }
    // First who fell: by this very message nobody becomes one of whom the child may say so.
    for (Fallen fallen : household.fallen()) {
      if (isItsToSay(child, fallen.node(), now)) {
        ground.penalties().told(fallen, now);
        ground.acquaintances().forget(fallen.node());
      }
    }
    child.heard(household);
    child.wards().forEach(ward -> know(ward, child, now));
  }

  /** Its word on uptime reaches back no further than it is known itself. */
  private void know(Ward ward, Child child, long now) {
    NodeId node = ward.contact().node();
    if (!isElsewhere(node)) {
      long known = ground.acquaintances().uptimeMillis(child.node(), now);
      long uptime = Math.min(ward.uptimeMillis(), known);
      ground.acquaintances().saw(node, child.node(), uptime, now);
    }
  }

  /** Whether a node was that child's, and lately nobody else's, as far as is known here. */
  private boolean isItsToSay(Child child, NodeId node, long now) {
    return !isElsewhere(node)
        && !ground.penalties().isFallen(node, now)
        && ground.acquaintances().isOnlyWith(child.node(), node, now)
        && accusations.take(child.node(), 1, Ground.nanos(now));
  }

  /** Whether this node knows better where another is. */
  private boolean isElsewhere(NodeId node) {
    return node.equals(ground.self().node())
        || ground.children().get(node) != null
        || ground.position().isAncestor(node)
        || ground.position().parent().filter(parent -> isChildOf(parent, node)).isPresent();
  }

  private static boolean isChildOf(Parent parent, NodeId node) {
    return parent.siblings().stream().anyMatch(sibling -> sibling.node().equals(node));
  }
}
