package org.lagroups.multicast.tree.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.TreeMessage;

/** The parent of a node, as the node knows it. */
public final class Parent {

  private static final long MEMORY_MILLIS = 60_000;
  private static final int MAX_REMEMBERED = 256;

  private final Contact contact;
  private final GroupId group;
  private final long takenMillis;
  private long heardMillis;
  private int openDepth = TreeMessage.NOWHERE;
  private long barAbove = Long.MAX_VALUE;
  private long bar = Long.MAX_VALUE;
  private List<Contact> ancestors = List.of();
  private List<Contact> siblings = List.of();
  private List<Contact> others = List.of();
  private final Map<NodeId, Long> siblingsSeenMillis = new HashMap<>();

  public Parent(Contact contact, GroupId group, long nowMillis) {
    this.contact = contact;
    this.group = group;
    this.takenMillis = nowMillis;
    this.heardMillis = nowMillis;
  }

  public NodeId node() {
    return contact.node();
  }

  public Contact contact() {
    return contact;
  }

  /** Its group, of which this node is a member. */
  public GroupId group() {
    return group;
  }

  public long takenMillis() {
    return takenMillis;
  }

  public long heardMillis() {
    return heardMillis;
  }

  /** Where the shallowest open place of the tree is, as far as it knows. */
  public int openDepth() {
    return openDepth;
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
    heardMillis = nowMillis;
    openDepth = pulse.openDepth();
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
    siblings.forEach(sibling -> siblingsSeenMillis.put(sibling.node(), nowMillis));
    lineage.siblings().stream()
        .limit(Math.max(0, MAX_REMEMBERED - siblingsSeenMillis.size()))
        .forEach(sibling -> siblingsSeenMillis.put(sibling.node(), nowMillis));
    ancestors = lineage.ancestors();
    siblings = lineage.siblings();
    others = lineage.others();
  }
}
