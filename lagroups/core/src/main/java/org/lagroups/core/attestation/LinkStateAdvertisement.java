package org.lagroups.core.attestation;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * All that one attester says in one group: its attestations, its withdrawals, and how to reach it.
 * A later one, with a greater sequence, replaces an earlier one whole.
 *
 * @param attester its public keys, which its ID certifies
 * @param sequence strictly increasing per attester and group, above 0 and below {@link
 *     Long#MAX_VALUE}
 * @param expiryMillis when all its attestations end, wall-clock milliseconds since 1970-01-01 UTC,
 *     on the group's {@link ExpiryGrid}
 * @param name what the attester calls itself, at most {@link #MAX_NAME_BYTES} in UTF-8, may be
 *     empty; a stranger's text
 * @param addresses where it can be reached now, at most {@link #MAX_ADDRESSES}, most preferred
 *     first
 * @param entries its attestees, in the order of their IDs, no one twice, itself never, at most
 *     {@link GroupSettings#HARD_MAX_MEMBERS}
 * @param withdrawals whom it has stopped vouching for since their last attestation could have
 *     expired; in the order of IDs, disjoint from the attestees, at most {@link
 *     GroupSettings#HARD_MAX_MEMBERS}, with details of at most {@link #MAX_DETAIL_BYTES} in all
 * @param leaving whether the attester leaves the group with this; then it has no entries
 */
public record LinkStateAdvertisement(
    GroupId group,
    PublicIdentity attester,
    long sequence,
    long expiryMillis,
    String name,
    List<NodeAddress> addresses,
    List<Entry> entries,
    List<Withdrawal> withdrawals,
    boolean leaving) {

  /** The longest name in bytes of UTF-8. */
  public static final int MAX_NAME_BYTES = 64;

  /** The most addresses. */
  public static final int MAX_ADDRESSES = 8;

  /** The longest details of all withdrawals together, in bytes of UTF-8. */
  public static final int MAX_DETAIL_BYTES = 4_096;

  public LinkStateAdvertisement {
    addresses = List.copyOf(addresses);
    entries = List.copyOf(entries);
    withdrawals = List.copyOf(withdrawals);
    require(sequence > 0 && sequence < Long.MAX_VALUE, "a sequence is above 0, and not the last");
    require(
        name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_BYTES,
        "a name has at most 64 bytes");
    require(addresses.size() <= MAX_ADDRESSES, "at most 8 addresses");
    require(entries.size() <= GroupSettings.HARD_MAX_MEMBERS, "too many entries");
    require(withdrawals.size() <= GroupSettings.HARD_MAX_MEMBERS, "too many withdrawals");
    require(
        withdrawals.stream().mapToInt(one -> one.reason().detailBytes()).sum() <= MAX_DETAIL_BYTES,
        "the details have at most 4,096 bytes together");
    require(!leaving || entries.isEmpty(), "who leaves attests to nobody");
    requireOthersInOrder(entries, Entry::attestee, attester.nodeId());
    requireOthersInOrder(withdrawals, Withdrawal::attestee, attester.nodeId());
    require(areDisjoint(entries, withdrawals), "attested and withdrawn at once");
  }

  /** The attester's ID. */
  public NodeId attesterId() {
    return attester.nodeId();
  }

  private static <T> void requireOthersInOrder(
      List<T> all, Function<T, NodeId> about, NodeId attester) {
    NodeId previous = null;
    for (T one : all) {
      NodeId id = about.apply(one);
      require(previous == null || previous.compareTo(id) < 0, "IDs have to be in order, each once");
      require(!id.equals(attester), "nobody attests to itself");
      previous = id;
    }
  }

  private static boolean areDisjoint(List<Entry> entries, List<Withdrawal> withdrawals) {
    if (withdrawals.isEmpty()) {
      return true;
    }
    Set<NodeId> attestees = new HashSet<>();
    entries.forEach(entry -> attestees.add(entry.attestee()));
    return withdrawals.stream().map(Withdrawal::attestee).noneMatch(attestees::contains);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
