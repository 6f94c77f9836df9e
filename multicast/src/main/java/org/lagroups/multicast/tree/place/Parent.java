package org.lagroups.multicast.tree.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.TreeMessage;

/** The parent of a node, as the node knows it. */
public final class Parent extends Neighbour {

  /** The most siblings, present and former, that are remembered. */
  public static final int MAX_SIBLINGS = 256;

  private static final long MEMORY_MILLIS = 60_000;

  private final GroupId group;
  private long barAbove = Long.MAX_VALUE;
  private long bar = Long.MAX_VALUE;
  private List<Contact> ancestors = List.of();
  private List<Contact> siblings = List.of();
  private List<Contact> others = List.of();
  private final Map<NodeId, Long> siblingsSeenMillis = new HashMap<>();

  public Parent(Contact contact, GroupId group, long nowMillis) {
    super(contact, nowMillis);
    this.group = group;
  }

  /** Its group, of which this node is a member. */
  public GroupId group() {
    return group;
  }

  /** The score from which it admits its children's children. */
  public long bar() {
    return bar;
  }

  /** The score from which its own parent admits this node. */
  public long barAbove() {
    return barAbove;
  }

  /** Its own parent first, the source last; none if it is the source. */
  public List<Contact> ancestors() {
    return ancestors;
  }

  /** Its children. */
  public List<Contact> siblings() {
    return siblings;
  }

  /** Its siblings. */
  public List<Contact> others() {
    return others;
  }

  /** It beats. */
  public void heard(TreeMessage.Pulse pulse, long nowMillis) {
    heard(pulse.openDepth(), nowMillis);
    bar = pulse.bar();
    barAbove = pulse.barAbove();
  }

  /** Whether a node is a sibling, or has been one within so long. */
  public boolean hasSibling(NodeId node, long withinMillis, long nowMillis) {
    Long seen = siblingsSeenMillis.get(node);
    return seen != null && nowMillis - seen <= withinMillis;
  }

  /** It says where it stands. */
  public void heard(TreeMessage.Lineage lineage, long nowMillis) {
    siblingsSeenMillis.values().removeIf(seen -> nowMillis - seen > MEMORY_MILLIS);
    siblings.forEach(sibling -> saw(sibling.node(), nowMillis));
    lineage.siblings().forEach(sibling -> saw(sibling.node(), nowMillis));
    ancestors = lineage.ancestors();
    siblings = lineage.siblings();
    others = lineage.others();
  }

  private void saw(NodeId sibling, long nowMillis) {
    if (siblingsSeenMillis.size() < MAX_SIBLINGS || siblingsSeenMillis.containsKey(sibling)) {
      siblingsSeenMillis.put(sibling, nowMillis);
    }
  }
}
