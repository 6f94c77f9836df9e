package org.lagroups.core.group;

import java.util.List;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/**
 * A wish to join a group.
 *
 * @param settings as the group's members have them; from the invitation
 * @param members whom to attest to and ask, 1 to {@link GroupSettings#HARD_MAX_MEMBERS}
 * @param token shown to the members asked, so that one of them admits this node; at most {@link
 *     #MAX_TOKEN_BYTES}, may be empty
 * @param timeoutMillis after how long without an attestation the join fails, above 0
 */
public record JoinRequest(
    GroupId group, GroupSettings settings, List<Contact> members, Bytes token, long timeoutMillis) {

  /** The longest token in bytes. */
  public static final int MAX_TOKEN_BYTES = 64;

  public JoinRequest {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > GroupSettings.HARD_MAX_MEMBERS) {
      throw new IllegalArgumentException("a join names 1 to 64 members, not " + members.size());
    }
    if (token.length() > MAX_TOKEN_BYTES) {
      throw new IllegalArgumentException("a token has at most 64 bytes");
    }
    if (timeoutMillis <= 0) {
      throw new IllegalArgumentException("a time-out is above 0 ms");
    }
  }
}
