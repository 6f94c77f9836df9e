package org.lagroups.core.group;

import java.util.List;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.GroupId;

/**
 * What has to survive a restart of the node so that it is still the same member.
 *
 * @param joined whether some member has attested to this node (or it created the group); a join
 *     that had not come so far is given up at a restart
 * @param reservedSequence no link-state advertisement of this node with a greater sequence has left
 *     it; 0 if there has been none
 * @param attestees to whom this node attests, in the order of IDs
 * @param withdrawals what still has to be said of former attestees, oldest first
 * @param contacts members and former members, most recently seen last
 * @param equivocations proofs against nodes that have said two things at once, oldest first
 */
public record StoredGroup(
    GroupId group,
    GroupSettings settings,
    boolean joined,
    long reservedSequence,
    List<Entry> attestees,
    List<StoredWithdrawal> withdrawals,
    List<StoredContact> contacts,
    List<StoredEquivocation> equivocations) {

  public StoredGroup {
    attestees = List.copyOf(attestees);
    withdrawals = List.copyOf(withdrawals);
    contacts = List.copyOf(contacts);
    equivocations = List.copyOf(equivocations);
  }
}
