package org.lagroups.core.group.protocol;

import org.lagroups.core.group.GroupStore;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.machine.GroupId;

/**
 * The sequence numbers that this node has used in groups that it has left. Should it join one
 * again, it numbers on from the greatest of them all: whatever it said there before, under
 * whichever number, may still be shown to others, and a number used twice is a proof against it.
 */
final class PastNumbers {

  private final GroupStore store;
  private long greatest;

  PastNumbers(GroupStore store) {
    this.store = store;
    this.greatest = store.numbersForgotten();
  }

  /** Forgets a group in which numbers up to this one were used. */
  void forget(GroupId group, long usedUpTo) {
    greatest = Math.max(greatest, usedUpTo);
    store.forget(group, usedUpTo);
  }

  /** The group as it begins here, beyond all numbers that this node may have used in it. */
  StoredGroup beyond(StoredGroup fresh) {
    return new StoredGroup(
        fresh.group(),
        fresh.settings(),
        fresh.joined(),
        Math.max(fresh.reservedSequence(), greatest),
        fresh.attestees(),
        fresh.withdrawals(),
        fresh.contacts(),
        fresh.equivocations());
  }
}
