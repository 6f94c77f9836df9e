package org.lagroups.node.runtime.core;

import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.MissingAttestation;
import org.lagroups.core.robust.MissingAttestation.Cause;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.control.EventFeed;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.api.RobustWords;

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
      case GroupEvent.EquivocationProven e ->
          feed.publish(
              GroupEvents.EQUIVOCATION_PROVEN, new GroupEvents.OfNode(e.group(), e.node()));
      case GroupEvent.CandidateHeard e ->
          feed.publish(GroupEvents.CANDIDATE_HEARD, new GroupEvents.OfNode(e.group(), e.node()));
    }
  }

  void publish(RobustEvent event) {
    switch (event) {
      case RobustEvent.Entered e ->
          feed.publish(GroupEvents.ROBUST_ENTERED, new GroupEvents.OfNode(e.group(), e.node()));
      case RobustEvent.Left e ->
          feed.publish(
              GroupEvents.ROBUST_LEFT,
              new GroupEvents.RobustLeft(
                  e.group(), e.node(), e.missing().stream().map(GroupNews::missing).toList()));
      case RobustEvent.BasisChanged e ->
          feed.publish(GroupEvents.ROBUST_BASIS, basis(e.group(), e.basis()));
    }
  }

  private static GroupEvents.RobustBasis basis(GroupId group, Basis basis) {
    return new GroupEvents.RobustBasis(group, RobustWords.basis(basis), RobustWords.view(basis));
  }

  private static GroupEvents.Lost lost(GroupEvent.AttestationLost event) {
    return new GroupEvents.Lost(
        event.group(),
        event.attester(),
        event.attestee(),
        word(event.loss()),
        reason(event.loss()));
  }

  private static GroupEvents.Missing missing(MissingAttestation missing) {
    return switch (missing.cause()) {
      case Cause.Lost lost ->
          new GroupEvents.Missing(
              missing.attester(), missing.attestee(), word(lost.loss()), reason(lost.loss()));
      case Cause.OtherLeft _ ->
          new GroupEvents.Missing(
              missing.attester(), missing.attestee(), "other-left", ReasonInfo.NONE);
    };
  }

  private static String word(Loss loss) {
    return switch (loss) {
      case Loss.Expired _ -> "expired";
      case Loss.AttesterOutOfView _ -> "attester-out-of-view";
      case Loss.AttesterEquivocated _ -> "attester-equivocated";
      case Loss.OverLimit _ -> "over-limit";
      case Loss.Withdrawn _ -> "withdrawn";
    };
  }

  private static ReasonInfo reason(Loss loss) {
    return loss instanceof Loss.Withdrawn withdrawn
        ? new ReasonInfo(
            ReasonInfo.word(withdrawn.reason().code()), Printable.of(withdrawn.reason().detail()))
        : ReasonInfo.NONE;
  }
}
