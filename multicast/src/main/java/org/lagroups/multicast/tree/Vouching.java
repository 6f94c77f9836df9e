package org.lagroups.multicast.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.place.Parent;
import org.lagroups.multicast.tree.port.RelayQuality;

/**
 * What a node attests in its groups: a child to its parent while that delivers, siblings to each
 * other and a parent to its children while they pass on what they should.
 */
final class Vouching {

  /** Uptimes are told in steps of so many seconds, so that attestations seldom change. */
  private static final long STEP_SECONDS = 60;

  private static final Reason NOT_FORWARDED =
      new Reason(ReasonCode.TOO_SLOW, "does not pass on what it should");

  private final Ground ground;
  private final Map<GroupId, Map<NodeId, LinkInfo>> attested = new LinkedHashMap<>();

  Vouching(Ground ground) {
    this.ground = ground;
  }

  /**
   * Attests as things are now.
   *
   * @param own the group that this node leads
   */
  void update(Optional<GroupId> own) {
    Map<GroupId, Map<NodeId, LinkInfo>> wanted = new LinkedHashMap<>();
    ground
        .position()
        .parent()
        .ifPresent(parent -> wanted.put(parent.group(), amongSiblings(parent)));
    own.ifPresent(group -> wanted.put(group, amongChildren()));
    attested.keySet().retainAll(wanted.keySet());
    wanted.forEach(this::update);
  }

  private void update(GroupId group, Map<NodeId, LinkInfo> wanted) {
    Map<NodeId, LinkInfo> before = attested.getOrDefault(group, Map.of());
    for (NodeId node : before.keySet()) {
      if (!wanted.containsKey(node)) {
        ground.ports().groups().stopAttest(group, node, reason(node));
      }
    }
    wanted.forEach((node, info) -> {
      if (!info.equals(before.get(node))) {
        ground.ports().groups().attest(group, node, info);
      }
    });
    attested.put(group, wanted);
  }

  private Map<NodeId, LinkInfo> amongSiblings(Parent parent) {
    Map<NodeId, LinkInfo> wanted = new TreeMap<>();
    RelayQuality quality = ground.ports().quality();
    if (quality.parentDelivers()) {
      wanted.put(parent.node(), info(parent.node(), parent.takenMillis()));
    }
    Set<NodeId> droppers = quality.droppers();
    for (Contact sibling : parent.siblings()) {
      NodeId node = sibling.node();
      if (!node.equals(ground.self().node()) && !droppers.contains(node)) {
        wanted.put(node, info(node, parent.takenMillis()));
      }
    }
    return wanted;
  }

  private Map<NodeId, LinkInfo> amongChildren() {
    Map<NodeId, LinkInfo> wanted = new TreeMap<>();
    Set<NodeId> droppers = ground.ports().quality().droppers();
    for (Child child : ground.children().all()) {
      if (!droppers.contains(child.node())) {
        long since = ground.now() - ground.acquaintances().uptimeMillis(child.node(), ground.now());
        wanted.put(child.node(), info(child.node(), since));
      }
    }
    return wanted;
  }

  /**
   * Who has been up for long goes on for long: the expected rest of a heavy-tailed lifetime grows
   * with age, so the age stands for the mean time to failure.
   */
  private LinkInfo info(NodeId node, long sinceMillis) {
    RelayQuality quality = ground.ports().quality();
    long seconds = (ground.now() - sinceMillis) / 1_000 / STEP_SECONDS * STEP_SECONDS;
    return new LinkInfo(
        quality.roundTripMicros(node),
        quality.uplinkOf(node),
        OptionalLong.of(seconds),
        OptionalLong.of(seconds),
        OptionalDouble.empty(),
        Bytes.EMPTY);
  }

  private Reason reason(NodeId node) {
    boolean isDropper = ground.ports().quality().droppers().contains(node);
    return isDropper ? NOT_FORWARDED : Reason.of(ReasonCode.LEFT);
  }
}
