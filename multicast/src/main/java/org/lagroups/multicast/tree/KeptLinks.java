package org.lagroups.multicast.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.place.Ground;
import org.lagroups.multicast.tree.port.TreeHost;

/** The links that the tree wants, and no others. */
final class KeptLinks {

  private final Ground ground;
  private final Map<NodeId, Contact> kept = new LinkedHashMap<>();

  KeptLinks(Ground ground) {
    this.ground = ground;
  }

  /**
   * Wants those to parent and children and to whom a place is sought from. The grandparent's is
   * kept warm: it is where an orphan goes first.
   */
  void update(Map<NodeId, Contact> sought) {
    Map<NodeId, Contact> wanted = new LinkedHashMap<>(ground.children().contacts());
    ground
        .position()
        .parent()
        .ifPresent(parent -> {
          wanted.put(parent.node(), parent.contact());
          parent.ancestors().stream().limit(1).forEach(above -> wanted.put(above.node(), above));
        });
    wanted.putAll(sought);
    want(wanted);
  }

  /** Wants none from now on. */
  void release() {
    want(Map.of());
  }

  private void want(Map<NodeId, Contact> wanted) {
    TreeHost host = ground.ports().host();
    for (NodeId node : kept.keySet()) {
      if (!wanted.containsKey(node)) {
        host.releaseLink(node);
      }
    }
    kept.keySet().retainAll(wanted.keySet());
    wanted.forEach((node, contact) -> {
      if (!contact.equals(kept.put(node, contact))) {
        host.keepLink(contact);
      }
    });
  }
}
