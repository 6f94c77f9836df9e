package org.lagroups.wormguard.cooperate.protocol;

import java.util.Comparator;
import org.lagroups.machine.GroupId;
import org.lagroups.wormguard.cooperate.record.SignatureId;

/** A signature in a group. */
record SignatureKey(GroupId group, SignatureId id) implements Comparable<SignatureKey> {

  private static final Comparator<SignatureKey> ORDER =
      Comparator.comparing(SignatureKey::group).thenComparing(SignatureKey::id);

  @Override
  public int compareTo(SignatureKey other) {
    return ORDER.compare(this, other);
  }
}
