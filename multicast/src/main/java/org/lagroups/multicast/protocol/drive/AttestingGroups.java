package org.lagroups.multicast.protocol.drive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.protocol.entry.StreamGroups;
import org.lagroups.multicast.tree.port.TreeGroups;

/**
 * A stream's groups. Whether somebody is vouched for at all is up to the node's own tests; what the
 * tree knows of those who pass them is attested besides.
 */
final class AttestingGroups implements TreeGroups {

  private static final long JOIN_MILLIS = 15_000;

  private final NodeId self;
  private final StreamGroups groups;
  private final GroupSettings settings;
  private final Map<GroupId, Map<NodeId, LinkInfo>> wanted = new HashMap<>();
  private Optional<GroupId> own = Optional.empty();

  AttestingGroups(NodeId self, StreamGroups groups, GroupSettings settings) {
    this.self = self;
    this.groups = groups;
    this.settings = settings;
  }

  @Override
  public Optional<GroupId> lead() {
    if (own.isEmpty() && hasRoom()) {
      own = Optional.of(groups.create(settings));
    }
    return own;
  }

  @Override
  public void join(GroupId group, Contact parent, Bytes token) {
    wanted.put(group, new HashMap<>());
    if (isMember(group) || isOthers(group) || !hasRoom()) {
      return; // in the last two cases it is as if the parent had not let this node in
    }
    groups.join(
        new JoinRequest(group, settings, List.of(parent), token, JOIN_MILLIS),
        result -> {
          if (result instanceof JoinResult.Joined && !wanted.containsKey(group)) {
            groups.leave(group);
          }
        });
  }

  @Override
  public void leave(GroupId group) {
    wanted.remove(group);
    if (!isOthers(group)) {
      groups.leave(group);
    }
  }

  /** Leaves the group that this node leads, if it does. */
  void leaveOwn() {
    own.ifPresent(this::leave);
  }

  @Override
  public void attest(GroupId group, NodeId node, LinkInfo info) {
    wanted.computeIfAbsent(group, g -> new HashMap<>()).put(node, info);
    update(group);
  }

  @Override
  public void stopAttest(GroupId group, NodeId node, Reason reason) {
    wanted.getOrDefault(group, Map.of()).remove(node);
    if (isMember(group)) {
      groups.groups().stopAttest(group, node, reason);
    }
  }

  @Override
  public void transcript(GroupId group, int leastSigners, Consumer<Optional<Transcript>> done) {
    if (isMember(group)) {
      groups.groups().transcript(group, leastSigners, done);
    } else {
      done.accept(Optional.empty());
    }
  }

  /** Attests as the tree last said, where the node's tests have said something else since. */
  void update() {
    List.copyOf(wanted.keySet()).forEach(this::update);
  }

  private void update(GroupId group) {
    if (!isMember(group)) {
      return;
    }
    Map<NodeId, LinkInfo> infos = wanted.getOrDefault(group, Map.of());
    for (AttestedNode attested : groups.groups().attestsOut(group, self)) {
      LinkInfo info = infos.get(attested.node());
      if (info != null) {
        LinkInfo merged = merged(info, attested.info());
        if (!merged.equals(attested.info())) {
          groups.groups().startAttest(group, attested.node(), merged);
        }
      }
    }
  }

  private boolean hasRoom() {
    return groups.groups().groups().size() < LaGroups.MAX_GROUPS;
  }

  private boolean isMember(GroupId group) {
    return groups.has(group);
  }

  /** Whether this node belongs to it for something else: a parent that names it lies. */
  private boolean isOthers(GroupId group) {
    return groups.groups().groups().contains(group) && !groups.has(group);
  }

  /** What the tree does not know the node's tests may. */
  private static LinkInfo merged(LinkInfo info, LinkInfo tested) {
    return new LinkInfo(
        tested.roundTripMicros().isPresent() ? tested.roundTripMicros() : info.roundTripMicros(),
        info.throughputBitsPerSecond().isPresent()
            ? info.throughputBitsPerSecond()
            : tested.throughputBitsPerSecond(),
        info.uptimeSeconds(),
        info.meanTimeToFailureSeconds(),
        tested.cost(),
        tested.applicationData());
  }
}
