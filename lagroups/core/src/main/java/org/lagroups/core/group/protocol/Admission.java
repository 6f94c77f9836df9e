package org.lagroups.core.group.protocol;

import java.util.Optional;
import java.util.Set;
import org.lagroups.core.group.JoinResult;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Whether this node is let in: it belongs to a group for good once a member of its view attests to
 * it (paper, section 2.1).
 */
final class Admission {

  private final GroupId group;
  private final Notifications notifications;
  private Optional<JoinProgress> join;
  private boolean member;
  private boolean attested;

  private Admission(
      GroupId group, Notifications notifications, Optional<JoinProgress> join, boolean member) {
    this.group = group;
    this.notifications = notifications;
    this.join = join;
    this.member = member;
  }

  /** Of a founder, or of a member that comes back. */
  static Admission granted(GroupId group, Notifications notifications) {
    return new Admission(group, notifications, Optional.empty(), true);
  }

  /** Of a newcomer. */
  static Admission wanted(JoinProgress join, Notifications notifications) {
    return new Admission(join.request().group(), notifications, Optional.of(join), false);
  }

  /** Whether this node was let in at some time. */
  boolean isMember() {
    return member;
  }

  /** Whether someone in the view attests to this node now. */
  boolean isAttested() {
    return attested;
  }

  /** What to show when asking to be let in. */
  Bytes token() {
    return join.map(progress -> progress.request().token()).orElse(Bytes.EMPTY);
  }

  long deadlineNanos() {
    return join.map(JoinProgress::deadlineNanos).orElse(Long.MAX_VALUE);
  }

  /** A peer is linked. */
  void reached(NodeId peer) {
    join.filter(progress -> progress.names(peer)).ifPresent(JoinProgress::reachedSomeone);
  }

  /** These nodes of the view attest to this node. */
  void attestersAre(Set<NodeId> attesters, GroupState state) {
    boolean before = attested;
    attested = !attesters.isEmpty();
    if (!attested || before) {
      return;
    }
    if (!member) {
      member = true;
      state.standingChanged();
      NodeId first = attesters.iterator().next();
      finish(new JoinResult.Joined(group, first));
    }
    state.neighbours().compareWithAll();
  }

  /** A join that is still going on ends: nobody has attested in time. */
  void giveUp() {
    boolean anyone = join.map(JoinProgress::anyoneReached).orElse(false);
    finish(new JoinResult.NobodyAttested(group, anyone));
  }

  private void finish(JoinResult result) {
    join.ifPresent(progress -> notifications.add(() -> progress.done().accept(result)));
    join = Optional.empty();
  }
}
