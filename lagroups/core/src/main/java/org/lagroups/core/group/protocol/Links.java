package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** Keeps a link for as long as at least one group wants it. */
final class Links {

  private final Environment<?> environment;
  private final Map<NodeId, Wanted> wanted = new TreeMap<>();

  /** By which groups a link is wanted, and which addresses the host was told last. */
  private static final class Wanted {
    final Set<GroupId> groups = new TreeSet<>();
    List<NodeAddress> addresses = List.of();
  }

  Links(Environment<?> environment) {
    this.environment = environment;
  }

  boolean isUp(NodeId peer) {
    return environment.isLinked(peer);
  }

  /** A group wants a link, or knows other addresses for it. */
  void want(GroupId group, NodeId peer, List<NodeAddress> addresses) {
    Wanted link = wanted.computeIfAbsent(peer, id -> new Wanted());
    boolean first = link.groups.isEmpty();
    link.groups.add(group);
    if (first || (!addresses.isEmpty() && !addresses.equals(link.addresses))) {
      link.addresses = addresses;
      environment.keepLink(peer, addresses);
    }
  }

  /** A group no longer wants a link. */
  void release(GroupId group, NodeId peer) {
    Wanted link = wanted.get(peer);
    if (link != null && link.groups.remove(group) && link.groups.isEmpty()) {
      wanted.remove(peer);
      environment.releaseLink(peer);
    }
  }

  /** A group wants no links at all any more. */
  void releaseAll(GroupId group) {
    List.copyOf(wanted.keySet()).forEach(peer -> release(group, peer));
  }

  /** Releases the links of a group that are not among {@code peers}. */
  void retain(GroupId group, Set<NodeId> peers) {
    for (NodeId peer : List.copyOf(wanted.keySet())) {
      if (!peers.contains(peer)) {
        release(group, peer);
      }
    }
  }
}
