package org.lagroups.core.group.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.group.LimitReachedException;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.StoredWithdrawal;
import org.lagroups.machine.NodeId;

/**
 * What this node states about others in one group: to whom it attests, and whom it has withdrawn
 * from within the last T_a.
 */
final class Statements {

  private final GroupSettings settings;
  private final TreeMap<NodeId, LinkInfo> attestees = new TreeMap<>();
  private @Nullable SortedMap<NodeId, LinkInfo> snapshot;
  private final SequencedMap<NodeId, StoredWithdrawal> withdrawals = new LinkedHashMap<>();

  Statements(GroupSettings settings) {
    this.settings = settings;
  }

  /** As they were before a restart. */
  Statements(StoredGroup stored) {
    this(stored.settings());
    stored.attestees().forEach(entry -> attestees.put(entry.attestee(), entry.info()));
    stored
        .withdrawals()
        .forEach(withdrawn -> withdrawals.put(withdrawn.withdrawal().attestee(), withdrawn));
  }

  /** As they are now: not modified later on, and the same object until something changes. */
  SortedMap<NodeId, LinkInfo> attestees() {
    if (snapshot == null) {
      snapshot = Collections.unmodifiableSortedMap(new TreeMap<>(attestees));
    }
    return snapshot;
  }

  /** Attests to a node, or says something else of it; whether the attestation itself is new. */
  boolean attest(NodeId node, LinkInfo info) {
    if (!attestees.containsKey(node) && attestees.size() >= settings.maxMembers() - 1) {
      throw new LimitReachedException(
          "a group of at most %d members: nobody can attest to more than %d of them"
              .formatted(settings.maxMembers(), settings.maxMembers() - 1));
    }
    withdrawals.remove(node);
    snapshot = null;
    return attestees.put(node, info) == null;
  }

  /** Takes the attestation to a node back; whether there was one. */
  boolean withdraw(NodeId node, Reason reason, long wallMillis) {
    if (attestees.remove(node) == null) {
      return false;
    }
    snapshot = null;
    withdrawals.remove(node);
    withdrawals.put(
        node,
        new StoredWithdrawal(new Withdrawal(node, reason), wallMillis + settings.validityMillis()));
    while (withdrawals.size() > GroupSettings.HARD_MAX_MEMBERS) {
      withdrawals.pollFirstEntry();
    }
    return true;
  }

  /** Forgets withdrawals whose attestations would have ended by now; whether there were any. */
  boolean dropEndedBy(long wallMillis) {
    return withdrawals.values().removeIf(withdrawn -> withdrawn.untilMillis() <= wallMillis);
  }

  Optional<Reason> withdrawnBecause(NodeId node) {
    return Optional.ofNullable(withdrawals.get(node)).map(known -> known.withdrawal().reason());
  }

  /** In the order of IDs, as an advertisement has them. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(attestees.size());
    attestees.forEach((attestee, info) -> entries.add(new Entry(attestee, info)));
    return entries;
  }

  /** In the order of IDs, as an advertisement has them: the latest with their details. */
  List<Withdrawal> withdrawn() {
    TreeMap<NodeId, Withdrawal> withdrawn = new TreeMap<>();
    int room = LinkStateAdvertisement.MAX_DETAIL_BYTES;
    for (StoredWithdrawal stored : withdrawals.sequencedValues().reversed()) {
      NodeId node = stored.withdrawal().attestee();
      Reason reason = stored.withdrawal().reason();
      boolean fits = reason.detailBytes() <= room;
      room -= fits ? reason.detailBytes() : 0;
      withdrawn.put(node, new Withdrawal(node, fits ? reason : Reason.of(reason.code())));
    }
    return List.copyOf(withdrawn.values());
  }

  List<StoredWithdrawal> storedWithdrawals() {
    return List.copyOf(withdrawals.values());
  }
}
