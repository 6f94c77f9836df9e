package org.lagroups.multicast.tree.place;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.multicast.wire.TreeMessage;
import org.lagroups.multicast.wire.place.Ward;

/** A child, as its parent knows it. */
public final class Child extends Neighbour {

  private final int mostWards;
  private long bitsPerSecond;
  private Optional<GroupId> group = Optional.empty();
  private List<Ward> wards = List.of();
  private long yieldingUntilMillis;
  private int promised;

  /**
   * Since now.
   *
   * @param mostWards how many children it can have itself
   */
  Child(Contact contact, long bitsPerSecond, int mostWards, long nowMillis) {
    super(contact, nowMillis);
    this.bitsPerSecond = bitsPerSecond;
    this.mostWards = mostWards;
  }

  /** What it claims to send. */
  public long bitsPerSecond() {
    return bitsPerSecond;
  }

  /** The group that it leads. */
  public Optional<GroupId> group() {
    return group;
  }

  /** Its own children, as far as it can have so many. */
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
    heard(presence.openDepth(), nowMillis);
    bitsPerSecond = presence.bitsPerSecond();
  }

  /** It says who its children are. */
  public void heard(TreeMessage.Household household) {
    group = household.group();
    wards = household.wards().stream().limit(mostWards).toList();
    promised = 0;
  }
}
