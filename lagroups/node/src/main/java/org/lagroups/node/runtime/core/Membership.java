package org.lagroups.node.runtime.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.core.monitor.Verdict;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.core.robust.protocol.RobustMachine;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.runtime.Belonging;
import org.lagroups.node.state.tables.InvitationTable;

/**
 * Belonging to groups: what the group protocol, the attestor and robust membership have to do
 * together, with every change told to the clients of the control API. On the event loop.
 */
public final class Membership implements Belonging {

  private final LaGroups groups;
  private final Attestor attestor;
  private final RobustMachine robust;
  private final InvitationTable invitations;
  private final Modules modules;
  private final GroupNews news;
  private final Map<GroupId, Subscription> subscriptions = new HashMap<>();
  private final GroupRecord record = new GroupRecord(System::currentTimeMillis);
  private final Map<GroupId, String> owners = new HashMap<>();

  Membership(
      LaGroups groups,
      Attestor attestor,
      RobustMachine robust,
      InvitationTable invitations,
      Modules modules,
      GroupNews news) {
    this.groups = groups;
    this.attestor = attestor;
    this.robust = robust;
    this.invitations = invitations;
    this.modules = modules;
    this.news = news;
  }

  /** Goes on in the groups of before the restart. */
  void resume() {
    groups.groups().forEach(this::serve);
  }

  /**
   * Makes a group for the person at the node, with this node as its only member.
   *
   * @throws org.lagroups.core.group.LimitReachedException if there are too many already
   */
  public GroupId create(GroupSettings settings) {
    return found(groups.create(settings));
  }

  @Override
  public GroupId create(String module, GroupSettings settings) {
    GroupId group = groups.create(settings);
    own(module, group);
    return found(group);
  }

  @Override
  public void own(String module, GroupId group) {
    owners.put(group, module);
  }

  @Override
  public boolean isFor(String module, GroupId group) {
    return owners.getOrDefault(group, module).equals(module);
  }

  /** The module whose own a group is; empty if it is the person's. */
  public Optional<String> owner(GroupId group) {
    return Optional.ofNullable(owners.get(group));
  }

  @Override
  public CompletableFuture<Void> invite(GroupId group, Bytes token, long expiresMillis) {
    return invitations.add(token, group, expiresMillis, System.currentTimeMillis());
  }

  /**
   * Joins a group for the person at the node. Until that has succeeded the group protocol attests
   * to the members named, as the join asks for; from then on their tests decide.
   *
   * @return completed on the loop, with the result
   * @throws IllegalArgumentException if this node belongs to it already
   * @throws org.lagroups.core.group.LimitReachedException if there are too many already
   */
  public CompletableFuture<JoinResult> join(JoinRequest request) {
    return join(request, () -> {});
  }

  private CompletableFuture<JoinResult> join(JoinRequest request, Runnable failed) {
    CompletableFuture<JoinResult> done = new CompletableFuture<>();
    groups.join(
        request,
        result -> {
          if (result instanceof JoinResult.Joined joined) {
            enter(joined.group());
          } else {
            failed.run();
          }
          done.complete(result);
        });
    return done;
  }

  @Override
  public CompletableFuture<JoinResult> join(String module, JoinRequest request) {
    GroupId group = request.group();
    boolean isNew = owners.putIfAbsent(group, module) == null;
    try {
      return join(request, () -> owners.remove(group));
    } catch (RuntimeException e) {
      // Such as for a group of people that a link names falsely: whose it is stays as it was.
      if (isNew) {
        owners.remove(group);
      }
      throw e;
    }
  }

  @Override
  public void leave(GroupId group) {
    owners.remove(group);
    robust.leave(group);
    groups.leave(group);
    attestor.forget(group);
    invitations.forget(group);
    Subscription subscription = subscriptions.remove(group);
    if (subscription != null) {
      subscription.close();
    }
    record.end(group);
    modules.tell(module -> module.left(group));
    news.left(group);
  }

  /**
   * Does what the person at the node says: no longer vouches for another, until that is lifted.
   *
   * @throws org.lagroups.core.group.UnknownGroupException if the node does not belong to the group
   */
  public void ban(GroupId group, NodeId node, Reason reason) {
    attestor.ban(group, node, reason);
    modules.tell(module -> module.judged(group, node));
  }

  /**
   * Does what the person at the node says: leaves another to the tests again.
   *
   * @throws org.lagroups.core.group.UnknownGroupException if the node does not belong to the group
   */
  public void unban(GroupId group, NodeId node) {
    attestor.unban(group, node);
    modules.tell(module -> module.judged(group, node));
  }

  /** What this node's tests say of the members now; nothing while it is still joining. */
  public Map<NodeId, Verdict> verdicts(GroupId group) {
    return subscriptions.containsKey(group) ? attestor.verdicts(group) : Map.of();
  }

  /** To whom this node does not attest whatever the tests say; nobody while it is still joining. */
  public Map<NodeId, Reason> banned(GroupId group) {
    return subscriptions.containsKey(group) ? attestor.banned(group) : Map.of();
  }

  /** Its robust members; none while it is still joining. */
  public RobustStatus robust(GroupId group) {
    return subscriptions.containsKey(group) ? robust.status(group) : RobustStatus.noRule(group);
  }

  /** What has changed of late in a group. */
  public GroupRecord.Past past(GroupId group) {
    return record.of(group);
  }

  private GroupId found(GroupId group) {
    enter(group);
    robust.found(group);
    return group;
  }

  private void enter(GroupId group) {
    serve(group);
    modules.tell(module -> module.joined(group));
    news.joined(group);
  }

  private void serve(GroupId group) {
    record.begin(group);
    subscriptions.put(
        group,
        groups.attestsChange(
            group,
            event -> {
              news.publish(event);
              record.note(event);
            }));
    attestor.serve(group);
    robust.serve(group);
    robust.changes(
        group,
        event -> {
          news.publish(event);
          record.note(event);
        });
  }
}
