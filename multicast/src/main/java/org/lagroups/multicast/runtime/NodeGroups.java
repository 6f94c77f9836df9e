package org.lagroups.multicast.runtime;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.node.runtime.NodeLoop;
import org.lagroups.node.runtime.NodeServices;

/**
 * The groups of a node's streams. Groups outlast a node's restart, streams do not: so it is noted
 * which groups belong to streams, and they are left when the node starts again.
 */
final class NodeGroups implements StreamGroups {

  private final NodeId self;
  private final NodeServices services;
  private final NodeLoop loop;
  private final GroupNotes notes;

  NodeGroups(NodeId self, NodeServices services, NodeLoop loop, GroupNotes notes) {
    this.self = self;
    this.services = services;
    this.loop = loop;
    this.notes = notes;
  }

  /** Leaves what an earlier life of the node has not. */
  void leaveOld() {
    notes.all().forEach(group -> services.belonging().own(GroupNotes.MODULE, group));
    notes.all().forEach(this::leave);
  }

  @Override
  public GroupId create(GroupSettings settings) {
    GroupId group = services.belonging().create(GroupNotes.MODULE, settings);
    notes.add(group);
    return group;
  }

  @Override
  public void invite(GroupId group, Bytes token, long expiresMillis, Consumer<Boolean> done) {
    var _ =
        services
            .belonging()
            .invite(group, token, expiresMillis)
            .whenComplete((nothing, failure) -> loop.execute(() -> done.accept(failure == null)));
  }

  @Override
  public void join(JoinRequest request, Consumer<JoinResult> done) {
    // First, as it refuses groups that this node belongs to already.
    var joining = services.belonging().join(GroupNotes.MODULE, request);
    notes.add(request.group());
    var _ = joining.thenAccept(done);
  }

  @Override
  public void leave(GroupId group) {
    if (has(group)) {
      services.belonging().leave(group);
    }
    notes.remove(group);
  }

  @Override
  public boolean has(GroupId group) {
    return notes.has(group) && groups().groups().contains(group);
  }

  @Override
  public Set<NodeId> vouchedFor(GroupId group) {
    Set<NodeId> nodes = new TreeSet<>();
    groups().attestsOut(group, self).forEach(attested -> nodes.add(attested.node()));
    return nodes;
  }

  @Override
  public Subscription changes(GroupId group, Consumer<GroupEvent> listener) {
    return groups().attestsChange(group, listener);
  }

  @Override
  public LaGroups groups() {
    return services.groups();
  }
}
