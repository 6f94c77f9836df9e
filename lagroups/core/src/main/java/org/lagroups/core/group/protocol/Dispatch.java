package org.lagroups.core.group.protocol;

import java.util.Optional;
import org.lagroups.core.attestation.SignedAdvertisement;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.core.wire.Refusal;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Decodes what peers send, within their budgets, and hands it to the group in question. */
final class Dispatch {

  private final GroupTable table;
  private final Services services;

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
      case GroupMessage.Advertisements all -> {
        for (SignedAdvertisement one : all.advertisements()) {
          inbox(one.content().group())
              .ifPresent(inbox -> inbox.onAdvertisement(from, allowance, one));
        }
      }
      case GroupMessage.Summary summary ->
          inbox(summary.group()).ifPresent(inbox -> inbox.onSummary(from, allowance, summary));
      case GroupMessage.Digest digest ->
          inbox(digest.group()).ifPresent(inbox -> inbox.onDigest(from, allowance, digest));
      case GroupMessage.Want want ->
          inbox(want.group()).ifPresent(inbox -> inbox.onWant(from, allowance, want));
      case GroupMessage.JoinAsk ask ->
          inbox(ask.group()).ifPresent(inbox -> inbox.onJoinAsk(from, allowance, ask));
    }
  }

  private Optional<GroupInbox> inbox(GroupId group) {
    Optional<GroupInbox> inbox = table.find(group).map(GroupTable.Membership::inbox);
    if (inbox.isEmpty()) {
      services.counters().refused(Refusal.UNKNOWN_GROUP);
    }
    return inbox;
  }
}
