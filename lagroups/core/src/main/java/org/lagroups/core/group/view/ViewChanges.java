package org.lagroups.core.group.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.AttestationGained;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.group.GroupEvent.NodeEntered;
import org.lagroups.core.group.GroupEvent.NodeLeft;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * How one view differs from the next, as events: what was lost and why, who left, who entered, what
 * was gained; each kind in the order of IDs.
 */
public final class ViewChanges {

  private final GroupId group;
  private final NodeId self;
  private final AdvertisementDatabase database;

  public ViewChanges(GroupId group, NodeId self, AdvertisementDatabase database) {
    this.group = group;
    this.self = self;
    this.database = database;
  }

  /** Who is in one view and not in the other, in the order of IDs. */
  public static List<NodeId> nodesMissing(View from, View presentIn) {
    if (from.nodes().equals(presentIn.nodes())) {
      return List.of();
    }
    TreeSet<NodeId> missing = new TreeSet<>(presentIn.nodes());
    missing.removeAll(from.nodes());
    return List.copyOf(missing);
  }

  /**
   * All changes.
   *
   * @param ownWithdrawals what this node itself has withdrawn of late
   * @param wallMillis the moment of {@code after}
   */
  public List<GroupEvent> between(
      View before, View after, Collection<Withdrawal> ownWithdrawals, long wallMillis) {
    List<GroupEvent> events = new ArrayList<>();
    for (NodeId attester : before.nodes()) {
      for (NodeId attestee : onlyIn(before, after, attester)) {
        Loss loss = lossOf(attester, attestee, after, ownWithdrawals, wallMillis);
        events.add(new AttestationLost(group, attester, attestee, loss));
      }
    }
    nodesMissing(after, before).forEach(node -> events.add(new NodeLeft(group, node)));
    nodesMissing(before, after).forEach(node -> events.add(new NodeEntered(group, node)));
    for (NodeId attester : after.nodes()) {
      SortedMap<NodeId, LinkInfo> infos = after.attesteesOf(attester);
      for (NodeId attestee : onlyIn(after, before, attester)) {
        LinkInfo info = infos.getOrDefault(attestee, LinkInfo.NONE);
        events.add(new AttestationGained(group, attester, attestee, info));
      }
    }
    return events;
  }

  /** To whom a node attests in one view and not in the other, in the order of IDs. */
  private static List<NodeId> onlyIn(View one, View other, NodeId attester) {
    SortedMap<NodeId, LinkInfo> here = one.attesteesOf(attester);
    SortedMap<NodeId, LinkInfo> there = other.attesteesOf(attester);
    // Most often the very same map: views share what has not changed.
    return here.equals(there)
        ? List.of()
        : here.keySet().stream().filter(attestee -> !there.containsKey(attestee)).toList();
  }

  private Loss lossOf(
      NodeId attester, NodeId attestee, View after, Collection<Withdrawal> own, long wallMillis) {
    if (!after.contains(attester)) {
      return database.equivocators().contains(attester)
          ? new Loss.AttesterEquivocated()
          : new Loss.AttesterOutOfView();
    }
    if (attester.equals(self)) {
      return reasonIn(own, attestee)
          .or(() -> database.excluded(attestee))
          .<Loss>map(Loss.Withdrawn::new)
          .orElseGet(Loss.OverLimit::new);
    }
    Optional<LinkStateAdvertisement> said =
        database.find(attester).map(KnownAdvertisement::content);
    Optional<Reason> reason =
        said.flatMap(content -> reasonIn(content.withdrawals(), attestee))
            .or(() -> database.excluded(attestee));
    if (reason.isPresent()) {
      return new Loss.Withdrawn(reason.get());
    }
    if (said.isPresent() && said.get().expiryMillis() <= wallMillis) {
      return new Loss.Expired();
    }
    return said.isPresent() && attestsTo(said.get(), attestee)
        ? new Loss.OverLimit()
        : new Loss.Withdrawn(Reason.of(ReasonCode.UNSPECIFIED));
  }

  private static boolean attestsTo(LinkStateAdvertisement content, NodeId attestee) {
    return content.entries().stream().anyMatch(entry -> entry.attestee().equals(attestee));
  }

  private static Optional<Reason> reasonIn(Collection<Withdrawal> withdrawals, NodeId attestee) {
    return withdrawals.stream()
        .filter(withdrawal -> withdrawal.attestee().equals(attestee))
        .map(Withdrawal::reason)
        .findFirst();
  }
}
