package org.lagroups.core.group.protocol;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.core.wire.Renewal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Decodes what peers send, within their budgets, and hands it to the group in question. */
final class Dispatch {

  /** So many times at once a peer is told that this node does not belong to a group. */
  static final int DENIALS_AT_ONCE = 64;

  /** No more than one a second in the long run; none is longer than what it answers. */
  private static final Rate DENIALS = new Rate(1, DENIALS_AT_ONCE);

  private final GroupTable table;
  private final Services services;
  private final PeerBuckets denials = new PeerBuckets(DENIALS);

  Dispatch(GroupTable table, Services services) {
    this.table = table;
    this.services = services;
  }

  void take(NodeId from, Bytes message) {
    services.counters().received(message.length());
    Allowance allowance = services.allowanceOf().apply(from);
    if (!services.budgets().takeBytes(from, allowance, message.length())) {
      services.counters().refused(Refusal.OVER_BUDGET);
      return;
    }
    switch (GroupMessageCodec.decode(message)) {
      case Decoded.Refused<GroupMessage> refused -> services.counters().refused(refused.reason());
      case Decoded.Accepted<GroupMessage> accepted -> take(from, allowance, accepted.value());
    }
  }

  private void take(NodeId from, Allowance allowance, GroupMessage message) {
    switch (message) {
      case GroupMessage.Advertisements all -> takeAll(from, allowance, all);
      case GroupMessage.Summary summary ->
          inbox(from, summary.group())
              .ifPresent(inbox -> inbox.onSummary(from, allowance, summary));
      case GroupMessage.Digest digest ->
          inbox(from, digest.group()).ifPresent(inbox -> inbox.onDigest(from, allowance, digest));
      case GroupMessage.Want want ->
          inbox(from, want.group()).ifPresent(inbox -> inbox.onWant(from, allowance, want));
      case GroupMessage.JoinAsk ask ->
          inbox(from, ask.group()).ifPresent(inbox -> inbox.onJoinAsk(from, allowance, ask));
      case GroupMessage.NotMember not ->
          table
              .find(not.group())
              .ifPresentOrElse(
                  group -> group.inbox().onNotMember(from),
                  () -> services.counters().refused(Refusal.UNKNOWN_GROUP));
      case GroupMessage.Share share ->
          inbox(from, share.group()).ifPresent(inbox -> inbox.onShare(from, share));
      case GroupMessage.EquivocationProof(Equivocation shown) ->
          inbox(from, shown.group()).ifPresent(inbox -> inbox.onProof(from, allowance, shown));
    }
  }

  /** Each group to which this node does not belong is denied once. */
  private void takeAll(NodeId from, Allowance allowance, GroupMessage.Advertisements all) {
    Set<GroupId> unknown = new TreeSet<>();
    for (SignedAdvertisement one : all.advertisements()) {
      inbox(from, one.content().group(), unknown)
          .ifPresent(inbox -> inbox.onAdvertisement(from, allowance, one));
    }
    for (Renewal one : all.renewals()) {
      inbox(from, one.group(), unknown).ifPresent(inbox -> inbox.onRenewal(from, allowance, one));
    }
  }

  private Optional<GroupInbox> inbox(NodeId from, GroupId group, Set<GroupId> unknown) {
    if (unknown.contains(group)) {
      services.counters().refused(Refusal.UNKNOWN_GROUP);
      return Optional.empty();
    }
    Optional<GroupInbox> inbox = inbox(from, group);
    if (inbox.isEmpty()) {
      unknown.add(group);
    }
    return inbox;
  }

  /** Where to put what a peer says of a group. If there is no such group here, it hears so. */
  private Optional<GroupInbox> inbox(NodeId from, GroupId group) {
    Optional<GroupInbox> inbox = table.find(group).map(GroupTable.Membership::inbox);
    if (inbox.isPresent()) {
      inbox.get().heardFrom(from);
    } else {
      services.counters().refused(Refusal.UNKNOWN_GROUP);
      if (denials.take(from, 1, services.environment().elapsedNanos())) {
        services.sender().send(from, new GroupMessage.NotMember(group));
      }
    }
    return inbox;
  }
}
