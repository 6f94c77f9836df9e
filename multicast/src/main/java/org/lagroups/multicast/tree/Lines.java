package org.lagroups.multicast.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.NodeId;

/** Lists of nodes, as they are told on: bounded. */
final class Lines {

  /** The nearest ancestors that a node knows, and the source besides. */
  static final int MAX_ANCESTORS = 6;

  /** Other nodes that a node knows. */
  static final int MAX_OTHERS = 8;

  private Lines() {}

  /** A node and what is above it: the nearest, and the source. */
  static List<Contact> joined(Contact nearest, List<Contact> above) {
    List<Contact> all = new ArrayList<>();
    all.add(nearest);
    all.addAll(above);
    if (all.size() > MAX_ANCESTORS + 1) {
      all.subList(MAX_ANCESTORS, all.size() - 1).clear();
    }
    return all;
  }

  /** All but one, and not too many. */
  static List<Contact> without(List<Contact> contacts, NodeId one) {
    return contacts.stream()
        .filter(contact -> !contact.node().equals(one))
        .limit(MAX_OTHERS)
        .toList();
  }

  static void add(Map<NodeId, Contact> all, List<Contact> contacts) {
    contacts.forEach(contact -> all.putIfAbsent(contact.node(), contact));
  }
}
