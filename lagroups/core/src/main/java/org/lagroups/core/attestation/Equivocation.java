package org.lagroups.core.attestation;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Two statements of one attester under one sequence of one group. An attester uses a sequence once,
 * so both signatures, if they are good, prove to anyone that it tells different nodes different
 * things, or lets somebody else sign with its key. Whether they are good is not known here.
 *
 * @param first the one whose bytes come first in order, so that a pair is written in one way only
 * @param second the other
 */
public record Equivocation(SignedAdvertisement first, SignedAdvertisement second) {

  public Equivocation {
    LinkStateAdvertisement one = first.content();
    LinkStateAdvertisement other = second.content();
    if (!one.group().equals(other.group())
        || !one.attester().equals(other.attester())
        || one.sequence() != other.sequence()) {
      throw new IllegalArgumentException("these are not under one sequence of one attester");
    }
    if (first.encoded().compareTo(second.encoded()) >= 0) {
      throw new IllegalArgumentException("two different statements stand in the order of bytes");
    }
  }

  /** Of two different statements under one sequence, in either order. */
  public static Equivocation of(SignedAdvertisement one, SignedAdvertisement other) {
    return one.encoded().compareTo(other.encoded()) < 0
        ? new Equivocation(one, other)
        : new Equivocation(other, one);
  }

  public GroupId group() {
    return first.content().group();
  }

  /** Who has said both. */
  public NodeId attester() {
    return first.content().attesterId();
  }

  /** How long the two statements are together, in bytes. */
  public int lengthBytes() {
    return first.encoded().length() + second.encoded().length();
  }
}
