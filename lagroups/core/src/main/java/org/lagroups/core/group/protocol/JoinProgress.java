package org.lagroups.core.group.protocol;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.JoinRequest;
import org.lagroups.core.group.JoinResult;
import org.lagroups.core.group.StoredContact;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.machine.NodeId;

/** A join that is going on. */
final class JoinProgress {

  private final JoinRequest request;
  private final Consumer<JoinResult> done;
  private final long deadlineNanos;
  private boolean anyoneReached;

  JoinProgress(JoinRequest request, Consumer<JoinResult> done, long deadlineNanos) {
    this.request = request;
    this.done = done;
    this.deadlineNanos = deadlineNanos;
  }

  JoinRequest request() {
    return request;
  }

  Consumer<JoinResult> done() {
    return done;
  }

  long deadlineNanos() {
    return deadlineNanos;
  }

  /** The group as it begins: this node attests to the members named. */
  StoredGroup firstState(long wallMillis) {
    TreeMap<NodeId, Contact> named = new TreeMap<>();
    request.members().forEach(contact -> named.putIfAbsent(contact.node(), contact));
    return new StoredGroup(
        request.group(),
        request.settings(),
        false,
        0,
        named.keySet().stream().map(node -> new Entry(node, LinkInfo.NONE)).toList(),
        List.of(),
        named.values().stream().map(contact -> new StoredContact(contact, wallMillis)).toList(),
        List.of());
  }

  /** Whether the request names this node. */
  boolean names(NodeId node) {
    return request.members().stream().anyMatch(contact -> contact.node().equals(node));
  }

  /** A member that was named is linked. */
  void reachedSomeone() {
    anyoneReached = true;
  }

  boolean anyoneReached() {
    return anyoneReached;
  }
}
