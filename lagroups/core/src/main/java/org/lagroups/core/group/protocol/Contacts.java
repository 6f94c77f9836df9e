package org.lagroups.core.group.protocol;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.StoredContact;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/**
 * The nodes with which this one wants links in one group: the members, and a bounded number of
 * former members, so that the two sides of a partition find each other again.
 */
final class Contacts {

  /** The most contacts outside the view; the longest unseen is forgotten first. */
  static final int MAX_FORMER = 64;

  /** Least recently seen first. */
  private final SequencedMap<NodeId, StoredContact> byNode = new LinkedHashMap<>();

  private boolean changed;

  Contacts(Collection<StoredContact> stored) {
    stored.forEach(known -> byNode.put(known.contact().node(), known));
  }

  boolean contains(NodeId node) {
    return byNode.containsKey(node);
  }

  /** In the order of IDs. */
  Set<NodeId> nodes() {
    return new TreeSet<>(byNode.keySet());
  }

  List<StoredContact> stored() {
    return List.copyOf(byNode.values());
  }

  List<NodeAddress> addressesOf(NodeId node) {
    StoredContact known = byNode.get(node);
    return known == null ? List.of() : known.contact().addresses();
  }

  /** A node has been named, or has entered or left the view. */
  void seen(NodeId node, List<NodeAddress> addresses, long wallMillis) {
    List<NodeAddress> best = addresses.isEmpty() ? addressesOf(node) : addresses;
    byNode.remove(node);
    byNode.put(node, new StoredContact(new Contact(node, best), wallMillis));
    changed = true;
  }

  /** A contact says where it is now. */
  void movedTo(NodeId node, List<NodeAddress> addresses) {
    StoredContact known = byNode.get(node);
    if (known != null && !addresses.isEmpty() && !known.contact().addresses().equals(addresses)) {
      byNode.put(node, new StoredContact(new Contact(node, addresses), known.lastSeenMillis()));
      changed = true;
    }
  }

  void forget(NodeId node) {
    changed |= byNode.remove(node) != null;
  }

  /** Forgets the longest unseen of those outside the view, if there are too many. */
  void trim(Predicate<NodeId> inView) {
    long excess = byNode.keySet().stream().filter(inView.negate()).count() - MAX_FORMER;
    for (Iterator<NodeId> oldest = byNode.keySet().iterator(); excess > 0; ) {
      if (!inView.test(oldest.next())) {
        oldest.remove();
        changed = true;
        excess--;
      }
    }
  }

  /** Whether anything has changed since the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }
}
