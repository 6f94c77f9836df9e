package org.lagroups.multicast.tree.place;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.TreeMessage.Ward;

/** A child, as its parent knows it. */
public final class Child {

  private final Contact contact;
  private final long takenMillis;
  private long heardMillis;
  private long bitsPerSecond;
  private int openDepth = TreeMessage.NOWHERE;
  private Optional<GroupId> group = Optional.empty();
  private List<Ward> wards = List.of();
  private long yieldingUntilMillis;
  private int promised;

  Child(Contact contact, long bitsPerSecond, long nowMillis) {
    this.contact = contact;
    this.bitsPerSecond = bitsPerSecond;
    this.takenMillis = nowMillis;
    this.heardMillis = nowMillis;
  }

  public NodeId node() {
    return contact.node();
  }

  public Contact contact() {
    return contact;
  }

  /** When it became a child. */
  public long takenMillis() {
    return takenMillis;
  }

  public long heardMillis() {
    return heardMillis;
  }

  /** What it claims to send. */
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  /** Where it says that the shallowest open place below it is. */
  public int openDepth() {
    return openDepth;
  }

  /** The group that it leads. */
  public Optional<GroupId> group() {
    return group;
  }

  /** Its own children. */
  public List<Ward> wards() {
    return wards;
  }

  /** How many children it has or will have, as far as this node has sent it some. */
  public int load() {
    return wards.size() + promised;
  }

  /** Somebody was referred to it. */
  public void promise() {
    promised++;
  }

  /** Whether it has been asked to move, and is still expected to. */
  public boolean isYielding(long nowMillis) {
    return nowMillis < yieldingUntilMillis;
  }

  /** It has been asked to move. */
  public void yieldUntil(long millis) {
    yieldingUntilMillis = millis;
  }

  /** It says that it is there. */
  public void heard(TreeMessage.Presence presence, long nowMillis) {
    heardMillis = nowMillis;
    openDepth = presence.openDepth();
    bitsPerSecond = presence.bitsPerSecond();
  }

  /** It says who its children are. */
  public void heard(TreeMessage.Household household) {
    group = household.group();
    wards = household.wards();
    promised = 0;
  }
}
