package org.lagroups.multicast.protocol.entry;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** The links that streams want: each is kept until the last that wants it lets it go. */
public final class KeptLinks {

  private final Environment<?> environment;
  private final Map<NodeId, Map<Object, Boolean>> owners = new HashMap<>();

  /** Wanted by nobody yet. */
  public KeptLinks(Environment<?> environment) {
    this.environment = environment;
  }

  /** Somebody wants a link; a repeated call adds addresses. */
  public void keep(Object owner, Contact peer) {
    owners.computeIfAbsent(peer.node(), node -> new IdentityHashMap<>()).put(owner, true);
    environment.keepLink(peer.node(), peer.addresses());
  }

  /** Somebody no longer wants it. */
  public void release(Object owner, NodeId peer) {
    Map<Object, Boolean> wanting = owners.get(peer);
    if (wanting != null && wanting.remove(owner) != null && wanting.isEmpty()) {
      owners.remove(peer);
      environment.releaseLink(peer);
    }
  }
}
