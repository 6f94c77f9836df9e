package org.lagroups.node.runtime.core;

import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.ReasonInfo;

/** Tells clients of the control API what changes in groups. */
final class GroupNews {

  private final EventFeed feed;

  GroupNews(EventFeed feed) {
    this.feed = feed;
  }

  void joined(GroupId group) {
    feed.publish(GroupEvents.JOINED, new GroupEvents.Membership(group));
  }

  void left(GroupId group) {
    feed.publish(GroupEvents.LEFT, new GroupEvents.Membership(group));
  }

  void publish(GroupEvent event) {
    switch (event) {
      case GroupEvent.AttestationGained e ->
          feed.publish(
              GroupEvents.ATTESTATION_GAINED,
              new GroupEvents.Gained(e.group(), e.attester(), e.attestee()));
      case GroupEvent.AttestationLost e -> feed.publish(GroupEvents.ATTESTATION_LOST, lost(e));
      case GroupEvent.NodeEntered e ->
          feed.publish(GroupEvents.NODE_ENTERED, new GroupEvents.OfNode(e.group(), e.node()));
      case GroupEvent.NodeLeft e ->
          feed.publish(GroupEvents.NODE_LEFT, new GroupEvents.OfNode(e.group(), e.node()));
      case GroupEvent.CandidateHeard e ->
          feed.publish(GroupEvents.CANDIDATE_HEARD, new GroupEvents.OfNode(e.group(), e.node()));
    }
  }

  private static GroupEvents.Lost lost(GroupEvent.AttestationLost event) {
    return switch (event.loss()) {
      case Loss.Expired _ -> lost(event, "expired", ReasonInfo.NONE);
      case Loss.AttesterOutOfView _ -> lost(event, "attester-out-of-view", ReasonInfo.NONE);
      case Loss.OverLimit _ -> lost(event, "over-limit", ReasonInfo.NONE);
      case Loss.Withdrawn withdrawn ->
          lost(
              event,
              "withdrawn",
              new ReasonInfo(
                  ReasonInfo.word(withdrawn.reason().code()),
                  Printable.of(withdrawn.reason().detail())));
    };
  }

  private static GroupEvents.Lost lost(
      GroupEvent.AttestationLost event, String cause, ReasonInfo reason) {
    return new GroupEvents.Lost(event.group(), event.attester(), event.attestee(), cause, reason);
  }
}
