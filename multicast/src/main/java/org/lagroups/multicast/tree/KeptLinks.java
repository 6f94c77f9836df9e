package org.lagroups.multicast.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.port.TreeHost;

/** The links that the tree wants, and no others. */
final class KeptLinks {

  private final TreeHost host;
  private final Map<NodeId, Contact> kept = new LinkedHashMap<>();

  KeptLinks(TreeHost host) {
    this.host = host;
  }

  /** Wants just these from now on. */
  void want(Map<NodeId, Contact> wanted) {
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
