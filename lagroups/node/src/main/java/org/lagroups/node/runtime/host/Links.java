package org.lagroups.node.runtime.host;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.node.state.tables.AddressTable;
import org.lagroups.node.transport.Transport;

/**
 * The machines' wishes for links, added up: a peer is dialled for as long as one machine wants it,
 * at the addresses named and those where it was reached before.
 */
public final class Links {

  private final Transport transport;
  private final AddressTable addresses;
  private final Predicate<NodeId> allowed;
  private final Map<NodeId, Set<ProtocolId>> wanted = new HashMap<>();

  /**
   * Over a transport that is open.
   *
   * @param allowed whether there may be a link with a node at all
   */
  public Links(Transport transport, AddressTable addresses, Predicate<NodeId> allowed) {
    this.transport = transport;
    this.addresses = addresses;
    this.allowed = allowed;
  }

  boolean send(NodeId to, ProtocolId protocol, Delivery delivery, Bytes message) {
    return transport.send(to, protocol, delivery, message);
  }

  boolean isUp(NodeId peer) {
    return transport.isUp(peer);
  }

  void keep(ProtocolId protocol, NodeId peer, List<NodeAddress> named) {
    if (!allowed.test(peer)) {
      return;
    }
    boolean isNew = wanted.computeIfAbsent(peer, p -> new HashSet<>()).add(protocol);
    List<NodeAddress> all = new ArrayList<>(named);
    addresses.of(peer).stream().filter(known -> !all.contains(known)).forEach(all::add);
    if (isNew || !named.isEmpty()) {
      transport.keep(peer, all);
    }
  }

  void release(ProtocolId protocol, NodeId peer) {
    Set<ProtocolId> wishes = wanted.get(peer);
    if (wishes != null && wishes.remove(protocol) && wishes.isEmpty()) {
      wanted.remove(peer);
      transport.release(peer);
    }
  }
}
