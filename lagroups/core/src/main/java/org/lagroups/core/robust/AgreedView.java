package org.lagroups.core.robust;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.NodeId;

/**
 * Robust members as they were agreed on. All that have a view of this number have this one.
 *
 * @param number from 1 up, each one more than the last
 * @param members 1 to {@link GroupSettings#HARD_MAX_MEMBERS}
 * @param threshold t, the function of their number
 */
public record AgreedView(long number, SortedSet<NodeId> members, int threshold) {

  /** No view has a greater number. */
  public static final long MAX_NUMBER = 1L << 40;

  public AgreedView {
    members = Collections.unmodifiableSortedSet(new TreeSet<>(members));
    if (number < 1 || number > MAX_NUMBER) {
      throw new IllegalArgumentException("a view's number is 1 to 2^40, not " + number);
    }
    if (members.isEmpty() || members.size() > GroupSettings.HARD_MAX_MEMBERS) {
      throw new IllegalArgumentException("a view has 1 to 64 members, not " + members.size());
    }
    if (threshold < 0 || threshold >= members.size()) {
      throw new IllegalArgumentException(
          "of %d members, none has %d others".formatted(members.size(), threshold));
    }
  }
}
