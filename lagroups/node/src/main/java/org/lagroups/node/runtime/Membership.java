package org.lagroups.node.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.monitor.Attestor;
import org.lagroups.machine.GroupId;

/**
 * Belonging to groups: what the group protocol and the attestor have to do together, with every
 * change told to the clients of the control API. On the event loop.
 */
public final class Membership {

  private final LaGroups groups;
  private final Attestor attestor;
  private final GroupNews news;
  private final Map<GroupId, Subscription> subscriptions = new HashMap<>();

  Membership(LaGroups groups, Attestor attestor, GroupNews news) {
    this.groups = groups;
    this.attestor = attestor;
    this.news = news;
  }

  /** Goes on in the groups of before the restart. */
  void resume() {
    groups.groups().forEach(this::serve);
  }

  /** Makes a group with this node as its only member. */
  public GroupId create(GroupSettings settings) {
    GroupId group = groups.create(settings);
    serve(group);
    news.joined(group);
    return group;
  }

  /**
   * Joins a group; the members named are tested, and attested to while they pass.
   *
   * @return completed on the loop, with the result
   */
  public CompletableFuture<JoinResult> join(JoinRequest request) {
    CompletableFuture<JoinResult> done = new CompletableFuture<>();
    groups.join(
        request,
        result -> {
          switch (result) {
            case JoinResult.Joined joined -> news.joined(joined.group());
            case JoinResult.NobodyAttested failed -> forget(failed.group());
          }
          done.complete(result);
        });
    serve(request.group());
    return done;
  }

  /** Leaves a group: tells the members, and forgets it. */
  public void leave(GroupId group) {
    groups.leave(group);
    forget(group);
    news.left(group);
  }

  private void serve(GroupId group) {
    subscriptions.put(group, groups.attestsChange(group, news::publish));
    attestor.serve(group);
  }

  private void forget(GroupId group) {
    attestor.forget(group);
    Subscription subscription = subscriptions.remove(group);
    if (subscription != null) {
      subscription.close();
    }
  }
}
